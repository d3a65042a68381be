export const RECORD_KINDS = ['patient', 'package', 'appointment'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record by kind and id: what a browser remembers of the ones opened last. */
export interface RecordRef {
  kind: RecordKind;
  id: string;
}

export const MOST_RECENT = 8;

/** The shape of an id of ours. */
const ID = /^[\w-]{1,64}$/;

const isRecordKind = (kind: unknown): kind is RecordKind => RECORD_KINDS.some((known) => known === kind);

/** What was kept, if it is one. */
export function recordRefOf(kept: unknown): RecordRef | null {
  if (typeof kept !== 'object' || kept === null || !('kind' in kept) || !('id' in kept)) return null;
  const { kind, id } = kept;
  return isRecordKind(kind) && typeof id === 'string' && ID.test(id) ? { kind, id } : null;
}
