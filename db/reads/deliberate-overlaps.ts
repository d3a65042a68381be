import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import { DAY_MS, type Instant } from '@/lib/time/instant';
import { type Schema, STATUSES_WITHOUT_TIME } from '../schema';
import type { TenantScope } from '../scope';

/** No visit is longer, and no buffer: together they bound the stretch of an index that is looked at. */
export const LONGEST_VISIT_MS = 7 * DAY_MS;
export const LONGEST_BUFFER_MS = DAY_MS;

/** Two that meet begin at most so far apart. */
const REACH_MS = LONGEST_VISIT_MS + 2 * LONGEST_BUFFER_MS;

/** Only what begins in this stretch is asked about, `to` included; null is without a bound. */
export interface Starts {
  from: Instant | null;
  to: Instant | null;
}

type Pair = ExpressionBuilder<Schema & { other: Schema['appointment'] }, 'appointment' | 'other'>;
type Meeting = (eb: Pair) => ExpressionWrapper<Schema, 'appointment', SqlBool>;

/** The two have one provider, whose time is the visit and the buffers around it. */
const byProvider: Meeting = (eb) =>
  eb.and([
    eb('other.provider_id', '=', eb.ref('appointment.provider_id')),
    eb('other.blocked_from', '<', eb.ref('appointment.blocked_to')),
    eb('other.blocked_to', '>', eb.ref('appointment.blocked_from')),
    eb('other.blocked_to', '<', eb('appointment.blocked_to', '+', REACH_MS)),
  ]);

/** The two have one patient or one room; for those the visit itself counts. */
const bySharing =
  (column: 'patient_id' | 'room_id'): Meeting =>
  (eb) =>
    eb.and([
      eb(`other.${column}`, '=', eb.ref(`appointment.${column}`)),
      eb('other.start_at', '<', eb.ref('appointment.end_at')),
      eb('other.end_at', '>', eb.ref('appointment.start_at')),
      eb('other.end_at', '<', eb('appointment.end_at', '+', REACH_MS)),
    ]);

const MEETINGS = [byProvider, bySharing('patient_id'), bySharing('room_id')];

/**
 * The rule for the mark of a deliberate overlap, for both of its visits alike: two that take time meet with one
 * provider, patient or room, and one of them has a reason for it. Where they meet no longer, neither is marked.
 * It begins from the few visits with a reason, whoever may see them; `starts` narrows those further.
 */
export function overlappingIds(scope: TenantScope, starts: Starts) {
  const sides = MEETINGS.flatMap((meeting) =>
    (['appointment.id', 'other.id'] as const).map((id) =>
      meetingPairs(scope, { meeting, starts }).select(`${id} as id`),
    ),
  );
  const [first, ...more] = sides;
  if (!first) throw new Error('Visits meet by something.');
  return more.reduce((all, one) => all.unionAll(one), first);
}

/**
 * A cross join: SQLite takes its tables in the order in which they are named, and the few with a reason have to come
 * first. The stretch is always said, so that their index is taken with statistics and without.
 */
function meetingPairs(scope: TenantScope, { meeting, starts }: { meeting: Meeting; starts: Starts }) {
  const pairs = scope
    .from('appointment')
    .crossJoin('appointment as other')
    .whereRef('other.tenant_id', '=', 'appointment.tenant_id')
    .where('appointment.overlap_reason', 'is not', null)
    .where('appointment.status', 'not in', STATUSES_WITHOUT_TIME)
    // The one underneath may begin in the stretch while the one with the reason does not.
    .where('appointment.start_at', '>', (starts.from ?? 0) - REACH_MS)
    .whereRef('other.id', '<>', 'appointment.id')
    .where('other.status', 'not in', STATUSES_WITHOUT_TIME)
    .where(meeting);
  return starts.to === null ? pairs : pairs.where('appointment.start_at', '<', starts.to + REACH_MS);
}

/** Which of these visits are marked. */
export async function readOverlapping(
  scope: TenantScope,
  visits: readonly { start_at: Instant }[],
): Promise<ReadonlySet<string>> {
  const [first] = visits;
  if (!first) return new Set();
  let [from, to] = [first.start_at, first.start_at];
  for (const { start_at } of visits) [from, to] = [Math.min(from, start_at), Math.max(to, start_at)];
  const rows = await overlappingIds(scope, { from, to }).execute();
  return new Set(rows.map(({ id }) => id));
}
