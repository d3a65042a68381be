import { readPackageForm, type StoredForm } from '@/db/reads/package-form';
import type { TenantScope } from '@/db/scope';
import { ok, type Result, refused } from '@/lib/result/result';
import { addDays } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';
import type { CreatePackageInput, ShownSession } from './input';
import { windowEnd } from './planning-problem';

/** A stored package as the form that it would be typed in again. */
export interface PackageForm
  extends Pick<
    CreatePackageInput,
    | 'clinicId'
    | 'serviceTypeId'
    | 'sessionCount'
    | 'durationMinutes'
    | 'startDate'
    /** None where it is the usual window. */
    | 'endDate'
    | 'preferredDays'
    | 'dayHours'
    | 'minGapDays'
    | 'maxGapDays'
    | 'maxPerWeek'
    | 'providers'
    | 'goal'
    | 'notes'
  > {
  packageId: string;
  number: string;
  version: number;
  patient: StoredForm['patient'];
  /** The places that a person keeps; whether they are still free is for the plan to say. */
  kept: ShownSession[];
  /** Who changed it last, and when, in epoch milliseconds. */
  changed: StoredForm['changed'];
  /** Why it cannot be edited as a draft, or null. */
  hold: DraftHold | null;
  /** The first day on which a package after this one may begin. */
  nextStart: string;
}

/** Why a package is no draft any more. */
export type DraftHold = 'cancelled' | 'done' | 'scheduled' | 'partly_cancelled';

/** A package as a form: to edit a draft, or to make another one like it. */
export async function packageForm(
  scope: TenantScope,
  { packageId }: { packageId: string },
): Promise<Result<PackageForm, { kind: 'not_found' }>> {
  const stored = await readPackageForm(scope, packageId);
  return stored ? ok(formOf(stored, scope.now())) : refused({ kind: 'not_found' });
}

export function formOf(stored: StoredForm, now: number): PackageForm {
  const { startDate, endDate } = stored;
  return {
    packageId: stored.packageId,
    number: stored.number,
    version: stored.version,
    patient: stored.patient,
    kept: stored.remembered.flatMap(({ number, place }) => (place ? [{ number, ...place }] : [])),
    changed: stored.changed,
    hold: holdOf(stored),
    nextStart: nextStart(stored, now),
    clinicId: stored.clinicId,
    serviceTypeId: stored.serviceTypeId,
    sessionCount: stored.sessionCount,
    durationMinutes: stored.durationMinutes,
    startDate,
    endDate: endDate === windowEnd({ startDate, endDate: null }) ? null : endDate,
    preferredDays: JSON.parse(stored.preferredDays),
    dayHours:
      stored.dayFrom !== null && stored.dayTo !== null ? { from: stored.dayFrom, to: stored.dayTo } : null,
    minGapDays: stored.minGapDays,
    maxGapDays: stored.maxGapDays,
    maxPerWeek: stored.maxPerWeek,
    providers: providersIn(stored),
    goal: stored.goal,
    notes: stored.notes,
  };
}

/** Nothing may be scheduled or done: what stands in calendars is moved and cancelled there, not typed over. */
export function holdOf({ isCancelled, sessions }: Pick<StoredForm, 'isCancelled' | 'sessions'>) {
  const has = (...statuses: string[]) => sessions.some(({ status }) => statuses.includes(status));
  if (isCancelled) return 'cancelled';
  if (has('COMPLETED', 'NO_SHOW')) return 'done';
  if (has('SCHEDULED')) return 'scheduled';
  return has('CANCELLED') ? 'partly_cancelled' : null;
}

/** One provider who gives every session, or who gives which. Notes only fit beside each session. */
function providersIn(stored: StoredForm): PackageForm['providers'] {
  const { sessionCount, assignments, remembered } = stored;
  const [first] = assignments;
  if (!first && stored.providerStrategy === 'one') return { strategy: 'one', providerId: '' };
  const isOneForAll =
    assignments.length === sessionCount &&
    assignments.every(({ providerId, note }) => providerId === first?.providerId && note === '');
  if (first && isOneForAll) return { strategy: 'one', providerId: first.providerId };
  return {
    strategy: 'per_session',
    sessions: Array.from({ length: sessionCount }, (_, index) => {
      const own = assignments.filter(({ number }) => number === index + 1);
      return {
        number: index + 1,
        providerIds: own.map(({ providerId }) => providerId),
        note: own[0]?.note ?? remembered.find(({ number }) => number === index + 1)?.note ?? '',
      };
    }),
  };
}

/** The day after the last session, or today. */
function nextStart({ sessions, timeZone }: StoredForm, now: number): string {
  const today = localDateOf(now, timeZone);
  const after = sessions.flatMap(({ start }) =>
    start === null ? [] : [addDays(localDateOf(start, timeZone), 1)],
  );
  return [today, ...after].toSorted().at(-1) ?? today;
}
