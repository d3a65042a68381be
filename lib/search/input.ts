import * as z from 'zod';
import { MOST_RECENT, RECORD_KINDS } from '@/lib/rules/record-ref';

const recordRef = z.object({ kind: z.enum(RECORD_KINDS), id: z.string().regex(/^[\w-]{1,64}$/) });

/** What was typed; while nothing is, the records that were opened last on this device. */
export const searchInput = z.object({
  query: z.string().max(100),
  recent: z.array(recordRef).max(MOST_RECENT).default([]),
});
export type SearchInput = z.infer<typeof searchInput>;
