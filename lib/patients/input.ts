import * as z from 'zod';
import { isLocalDate } from '@/lib/time/local-date';

/** Nobody alive was born before. */
const FIRST_BIRTH_DATE = '1900-01-01';

/** An address may say a thing twice: the first counts. */
const cursor = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.string().min(1).max(4000).nullable().catch(null),
);

/** Which pages of a patient's visits are open, as the address says it. */
export const patientPageQuery = z.object({
  upcomingAfter: cursor,
  upcomingBefore: cursor,
  pastAfter: cursor,
  pastBefore: cursor,
});

export type PatientPageQuery = z.infer<typeof patientPageQuery>;

type PatientPageHref = `/patients/${string}`;

/** The address that shows it. */
export function patientPageHref(
  id: string,
  query: PatientPageQuery,
  part: 'upcoming' | 'past',
): PatientPageHref {
  const said = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
  return `/patients/${id}${said.size === 0 ? '' : `?${said}`}#${part}`;
}

/** PostgreSQL keeps no null byte, and nobody types one. */
const words = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((written) => !written.includes('\0'), 'invalid');
/** An empty box says nothing. */
const orNothing = <T extends z.ZodType<string>>(said: T) =>
  z.preprocess((typed) => (typeof typed === 'string' && typed.trim() === '' ? null : typed), said.nullable());

/** A new patient, as the form holds them. */
export const createPatientInput = z.object({
  /** Made once per form: saving twice makes one patient. */
  id: z.uuid(),
  givenName: words(200).min(1, 'required'),
  familyName: words(200).min(1, 'required'),
  /** None means the next free one. */
  fileNumber: orNothing(words(64).min(1)),
  birthDate: orNothing(
    z.string().refine((date) => isLocalDate(date) && date >= FIRST_BIRTH_DATE, 'not_a_date'),
  ),
  phone: orNothing(words(50)),
  email: orNothing(z.string().trim().max(254).pipe(z.email('email'))),
  /** In which language the patient is written to; none means the tenant's. */
  locale: z.enum(['en', 'ar']).nullable(),
  /** Another person than those of that name who are known. */
  isAnother: z.boolean(),
});
export type CreatePatientInput = z.infer<typeof createPatientInput>;
