import { appointmentsInTheWay, type InTheWay } from '@/db/reads/import-overlaps';
import type { TenantScope } from '@/db/scope';
import { refusedAt } from './batches';
import type { Overlap } from './cause';
import type { Visit } from './resolve-people';
import type { Outcome } from './tally';
import type { Timeline } from './timeline';

/**
 * Which visits of a batch find their time free, row by row: against what is stored and against the rows before
 * it in `timeline`, where each accepted visit takes its place. The database has the last word when they are
 * written.
 */
export async function placeVisits(
  scope: TenantScope,
  visits: readonly Visit[],
  { timeline, lineOfKey }: { timeline: Timeline; lineOfKey: ReadonlyMap<string, number> },
): Promise<{ accepted: Visit[]; outcomes: Outcome[] }> {
  const claiming = visits.filter(blocks);
  const inTheWay = new Map<Visit, InTheWay>();
  for (const found of await appointmentsInTheWay(scope, claiming)) {
    const visit = claiming[found.claim];
    if (visit && !inTheWay.has(visit)) inTheWay.set(visit, found);
  }
  const accepted: Visit[] = [];
  const outcomes: Outcome[] = [];
  for (const visit of visits) {
    const stored = inTheWay.get(visit);
    const overlap = stored ? overlapWith(stored, lineOfKey) : overlapWithin(timeline, visit);
    if (overlap) {
      outcomes.push(refusedAt(visit.line, { code: 'overlap', ...overlap }));
      continue;
    }
    accepted.push(visit);
    if (!blocks(visit)) continue;
    timeline.add(`provider ${visit.providerId}`, visit);
    timeline.add(`patient ${visit.patientId}`, visit);
  }
  return { accepted, outcomes };
}

const blocks = ({ status }: Visit): boolean => status !== 'CANCELLED' && status !== 'NO_SHOW';

function overlapWith(found: InTheWay, lineOfKey: ReadonlyMap<string, number>): Overlap {
  const { resource, number, externalId, from, to } = found;
  const line = externalId === null ? undefined : lineOfKey.get(externalId);
  return { resource, line: line ?? null, number, from, to };
}

function overlapWithin(timeline: Timeline, visit: Visit): Overlap | null {
  if (!blocks(visit)) return null;
  for (const [resource, id] of [
    ['provider', visit.providerId],
    ['patient', visit.patientId],
  ] as const) {
    const span = timeline.overlapOf(`${resource} ${id}`, visit.from, visit.to);
    if (span) return { resource, line: span.line, number: null, from: span.from, to: span.to };
  }
  return null;
}
