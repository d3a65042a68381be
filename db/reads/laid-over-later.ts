import * as z from 'zod';
import type { Instant } from '@/lib/time/instant';
import { APPOINTMENT_STATUSES, type AppointmentStatus, STATUSES_WITHOUT_TIME } from '../schema';
import type { TenantScope } from '../scope';

/** What became of a visit that had been laid over another one, told to the one underneath. */
export interface LaterOfOver {
  id: string;
  at: Instant;
  actor: { kind: 'user' | 'system'; id: string | null; name: string };
  isUndo: boolean;
  changeId: string | null;
  /** The visit that had been laid over it. */
  over: string;
  /** Where it begins from then on; null where it stayed. */
  start: Instant | null;
  /** What it is from then on; null where it stayed so. */
  status: AppointmentStatus | null;
}

/** Which visit was laid over this one, and the audit row that tells it: ids grow with time. */
export interface LaidOverSince {
  over: string;
  row: string;
}

const changed = z
  .object({
    start_at: z.number(),
    status: z.enum(APPOINTMENT_STATUSES),
    overlap_reason: z.string().nullable(),
  })
  .partial()
  .catch({});

/**
 * The moves and endings of visits that were laid over another one, from then on until they lay over nothing,
 * newest first. Changes named in `known` are told already.
 */
export async function listLaterOfOver(
  scope: TenantScope,
  { laid, known }: { laid: readonly LaidOverSince[]; known: ReadonlySet<string> },
): Promise<LaterOfOver[]> {
  if (laid.length === 0) return [];
  const since = new Map<string, string>();
  for (const { over, row } of laid) {
    const first = since.get(over);
    if (first === undefined || row < first) since.set(over, row);
  }
  const rows = await scope
    .from('audit')
    .select(['audit.id', 'at', 'record_id', 'actor_kind', 'actor_id', 'actor_name', 'action', 'change_id'])
    .select(['before', 'after'])
    .where('record_type', '=', 'appointment')
    .where('record_id', 'in', [...since.keys()])
    .orderBy('audit.id')
    .execute();

  const free = new Set<string>();
  const told: LaterOfOver[] = [];
  for (const row of rows) {
    const { record_id: over, before, after, change_id: changeId } = row;
    if (before === null || after === null || row.id < (since.get(over) ?? '')) continue;
    const is = changed.parse(JSON.parse(after));
    const wasFree = free.has(over);
    if (is.overlap_reason !== undefined) {
      if (is.overlap_reason === null) free.add(over);
      else free.delete(over);
    }
    const was = changed.parse(JSON.parse(before));
    const goes = is.status !== undefined && STATUSES_WITHOUT_TIME.includes(is.status);
    const comes = was.status !== undefined && STATUSES_WITHOUT_TIME.includes(was.status);
    const status = goes || comes ? (is.status ?? null) : null;
    const start = is.start_at ?? null;
    const isTold = changeId !== null && known.has(changeId);
    if (wasFree || isTold || (status === null && start === null)) continue;
    const actor = { kind: row.actor_kind, id: row.actor_id, name: row.actor_name };
    told.push({
      id: row.id,
      at: row.at,
      actor,
      isUndo: row.action === 'undo',
      changeId,
      over,
      start,
      status,
    });
  }
  return told.reverse();
}
