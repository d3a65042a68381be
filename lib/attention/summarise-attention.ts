import { ATTENTION_KINDS, type AttentionKind, countAttention, MOST_IN_QUEUE } from '@/db/reads/attention';
import type { TenantScope } from '@/db/scope';
import { type AttentionItem, listItems } from './list-items';

export interface AttentionSummary {
  kind: AttentionKind;
  /** The first few. */
  items: AttentionItem[];
  /** How many there are, no further than `MOST_IN_QUEUE` + 1. */
  count: number;
}

const SHOWN = 4;

/** The head of each queue of a clinic, for the column beside its day. */
export function summariseAttention(
  scope: TenantScope,
  { clinicId }: { clinicId: string },
): Promise<AttentionSummary[]> {
  return Promise.all(
    ATTENTION_KINDS.map(async (kind) => {
      const [items, count] = await Promise.all([
        listItems(scope, { kind, clinicId, limit: SHOWN }),
        countAttention(scope, { kind, clinicId, limit: MOST_IN_QUEUE }),
      ]);
      return { kind, items, count };
    }),
  );
}
