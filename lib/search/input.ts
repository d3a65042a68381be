import { z } from 'zod';

export const RECORD_KINDS = ['patient', 'package', 'appointment'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const MOST_RECENT = 8;

export const recordRef = z.object({ kind: z.enum(RECORD_KINDS), id: z.string().regex(/^[\w-]{1,64}$/) });
export type RecordRef = z.infer<typeof recordRef>;

/** What was typed; while nothing is, the records that were opened last on this device. */
export const searchInput = z.object({
  query: z.string().max(100),
  recent: z.array(recordRef).max(MOST_RECENT).default([]),
});
export type SearchInput = z.infer<typeof searchInput>;
