import * as z from 'zod';
import { LIST_NAMES } from '@/db/schema';

const id = z.string().regex(/^[\w-]{1,64}$/, 'invalid');
const version = z.number().int().min(1);

const name = z
  .string()
  .trim()
  .min(1, 'required')
  .max(60)
  .refine((text) => !text.includes('\0'), 'invalid');

/** The part of a list's address after the question mark, as `URLSearchParams` writes it. */
const query = z
  .string()
  .max(2000)
  .regex(/^[\w.%&=+*-]*$/, 'invalid');

export const saveViewInput = z.object({ list: z.enum(LIST_NAMES), name, query });
export type SaveViewInput = z.infer<typeof saveViewInput>;

/** The whole view as it is to be; `version` is the one that was read. */
export const changeViewInput = z.object({ viewId: id, version, name, query, isDefault: z.boolean() });
export type ChangeViewInput = z.infer<typeof changeViewInput>;

export const deleteViewInput = z.object({ viewId: id, version });
export type DeleteViewInput = z.infer<typeof deleteViewInput>;
