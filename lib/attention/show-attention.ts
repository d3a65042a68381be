import { ATTENTION_KINDS, type AttentionKind, countAttention, MOST_IN_QUEUE } from '@/db/reads/attention';
import type { TenantScope } from '@/db/scope';
import { type AttentionItem, listItems } from './list-items';
import { listUnsettled, type UnsettledClinic } from './list-unsettled';

export interface ShownAttention {
  /** How many wait in each queue; beyond `MOST_IN_QUEUE` counted no further. */
  counts: Record<AttentionKind | 'unsettled', number>;
  items: AttentionItem[];
  /** Which of the items is looked at; null when there is none. */
  index: number | null;
  /** The package asked for is not among them any more. */
  isSolved: boolean;
  unsettled: UnsettledClinic[];
}

/** One queue and the place in it that the address asks for. */
export async function showAttention(
  scope: TenantScope,
  query: { kind: AttentionKind | 'unsettled'; at: string | null; place: number },
): Promise<ShownAttention> {
  const { at, place } = query;
  const kind = ATTENTION_KINDS.find((known) => known === query.kind);
  const [unplaced, ending, unsettled, items] = await Promise.all([
    countAttention(scope, { kind: 'unplaced', clinicId: null, limit: MOST_IN_QUEUE }),
    countAttention(scope, { kind: 'ending', clinicId: null, limit: MOST_IN_QUEUE }),
    listUnsettled(scope),
    kind ? listItems(scope, { kind, clinicId: null, limit: MOST_IN_QUEUE }) : [],
  ]);
  const found = items.findIndex(({ id }) => id === at);
  const standIn = Math.min(place, items.length) - 1;
  return {
    counts: {
      unplaced,
      ending,
      unsettled: unsettled.reduce(
        (sum, { days }) => sum + days.reduce((all, { count }) => all + count, 0),
        0,
      ),
    },
    items,
    index: items.length === 0 ? null : found >= 0 ? found : standIn,
    isSolved: at !== null && found < 0,
    unsettled,
  };
}
