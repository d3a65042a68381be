import { z } from 'zod';

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
