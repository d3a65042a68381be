import * as z from 'zod';
import { isLocalDate } from '@/lib/time/local-date';

/*
 * How the address of a list is read: what makes no sense falls back to what anyone would want to see, and is
 * never an error.
 */

const MOST_TYPED = 200;

/** An address may say a thing twice (`?clinic=…&clinic=…`): the first counts. */
export const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

export const idInAddress = z.preprocess(
  firstOf,
  z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .catch(null),
);

export const dateInAddress = z.preprocess(firstOf, z.string().refine(isLocalDate).nullable().catch(null));

export const cursorInAddress = z.preprocess(firstOf, z.string().min(1).max(4000).nullable().catch(null));

/** `attention=1`. */
export const flagInAddress = z.preprocess((value) => firstOf(value) === '1', z.boolean());

export const textInAddress = z.preprocess(
  firstOf,
  z
    .string()
    .transform((text) => text.trim().slice(0, MOST_TYPED))
    .catch(''),
);

/** `status=DRAFT,SCHEDULED`, or said several times; in the order of `values`. */
export const severalInAddress = <T extends string>(values: readonly [T, ...T[]]) =>
  z.preprocess(
    (value): T[] => {
      const said = new Set(
        [value].flat().flatMap((part) => (typeof part === 'string' ? part.split(',') : [])),
      );
      return values.filter((one) => said.has(one));
    },
    z.array(z.enum(values)),
  );

/** One of a closed set; anything else is as if it had not been said. */
export const oneInAddress = <T extends string>(values: readonly [T, ...T[]]) =>
  z.preprocess(firstOf, z.enum(values).nullable().catch(null));

/** What is the same in the address of every list. */
export const listInAddress = {
  q: textInAddress,
  /** The saved view it began with, or `all`: not even the default one. */
  view: idInAddress,
  after: cursorInAddress,
  before: cursorInAddress,
};
