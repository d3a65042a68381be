import * as z from 'zod';
import { isLocalDate } from '@/lib/time/local-date';

const text = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string());

/** Which day of which clinic the address asks for; what makes no sense is as if it were not there. */
export const todayQuery = z.object({
  clinic: text
    .pipe(z.string().regex(/^[\w-]{1,64}$/))
    .nullable()
    .catch(null),
  /** A day that is over, to say what became of its visits; null for today. */
  date: text.pipe(z.string().refine(isLocalDate)).nullable().catch(null),
});
