import { type PackageToPlan, readPackageToPlan, type SessionToPlan } from '@/db/reads/package-to-plan';
import { type PlanningFacts, readPlanningFacts } from '@/db/reads/planning-facts';
import type { TenantScope } from '@/db/scope';
import { calendarOf, type InputRefusal, providerFault } from '@/lib/planning/clinic-calendar';
import { dateFault } from '@/lib/planning/input';
import type { FieldFaults } from '@/lib/result/field-faults';
import { ok, type Result, refused } from '@/lib/result/result';
import { MAX_WINDOW_DAYS } from '@/lib/rules/package-limits';
import type { Instance, InstanceSession } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { PRESETS } from '@/lib/scheduling/presets';
import { isPromised } from '@/lib/scheduling/promise';
import { MOST_EXTENSION_DAYS } from '@/lib/scheduling/relaxations';
import { MINUTE_MS } from '@/lib/time/instant';
import { addDays, daysBetween } from '@/lib/time/local-date';
import { endOfDay, localDateOf, startOfDay } from '@/lib/time/wall-clock';
import { type ChangedSince, changesSince } from '../changes-since';
import { keepingLargestGap } from '../largest-gap';
import { targetGapHalfDays } from '../target-gap';
import type { Basis, ReplanInput } from './input';
import { heldSessions, openSessions } from './open-sessions';
import { daysAround, partStanding, standingVisits } from './standing-visits';

/** The wishes of a package as they are to be. */
export type Wishes = Pick<
  PackageToPlan,
  'endDate' | 'preferredDays' | 'dayHours' | 'minGapDays' | 'maxGapDays' | 'maxPerWeek' | 'goal'
>;

export interface ReplanProblem {
  found: PackageToPlan;
  wishes: Wishes;
  facts: PlanningFacts;
  /** The sessions to plan again; all others stand. */
  open: SessionToPlan[];
  /** Numbers of the visits to come that a person holds in place. */
  held: number[];
  providersOf: (number: number) => readonly string[];
  instance: Instance;
  /** The clinic's date now. */
  today: string;
  /** Everything that the plan rests on besides the calendars. */
  basis: Basis;
}

/** Which package to plan again, and how; 'any' is for a look that rests on nothing seen before. */
export type ReplanQuestion = Omit<ReplanInput, 'version'> & { version: number | 'any' };

export type ReplanRefusal =
  | InputRefusal
  | { kind: 'not_found' }
  /** A package that was called off is not planned. */
  | { kind: 'package_cancelled' }
  /** Someone has changed the package since it was read: what, and which version it has now. */
  | ({ kind: 'stale' } & ChangedSince);

/**
 * Loads what planning a stored package again must respect: what is done, pinned or not asked for stands; what
 * was before this moment is never touched. Errors: see the refusals; a foreign id answers like an unknown one.
 */
export async function loadReplanProblem(
  scope: TenantScope,
  input: ReplanQuestion,
): Promise<Result<ReplanProblem, ReplanRefusal>> {
  const { packageId, version, seenAt, changes, which } = input;
  const found = await readPackageToPlan(scope, packageId);
  if (!found) return refused({ kind: 'not_found' });
  if (version !== 'any' && found.version !== version) {
    return refused({ kind: 'stale', ...(await changesSince(scope, { packageId, version, seenAt })) });
  }
  if (found.isCancelled) return refused({ kind: 'package_cancelled' });
  const wishes = wishesOf(found, changes);
  const providersOf = (number: number) =>
    changes.providers?.find((session) => session.number === number)?.providerIds ??
    found.sessions.find((session) => session.number === number)?.providerIds ??
    [];
  const facts = await readPlanningFacts(scope, {
    clinicId: found.clinicId,
    serviceTypeId: found.serviceTypeId,
    patientId: found.patientId,
    providerIds: everyProvider(found, providersOf),
    withColleagues: true,
    exceptPackageId: packageId,
    // A day either side covers every zone's midnight; the rest is for longer windows that the engine tries.
    from: startOfDay(addDays(localDateOf(scope.now(), 'UTC'), -2), 'UTC'),
    to: endOfDay(addDays(laterOf(wishes.endDate, found.endDate), MOST_EXTENSION_DAYS + 2), 'UTC'),
  });
  const today = localDateOf(scope.now(), facts.clinic?.timeZone ?? 'UTC');
  const fields = faultsOf({ found, changes, facts, today });
  if (Object.keys(fields).length > 0) return refused({ kind: 'invalid_input', fields });
  const open = openSessions(found, { which, providersOf, now: scope.now() });
  const asked = instanceOf({ found, wishes, facts, open, providersOf, today, now: scope.now() });
  if (!isPromised(asked, 1)) {
    return refused({ kind: 'invalid_input', fields: { 'changes.endDate': { code: 'too_much_to_plan' } } });
  }
  // Only now: whether the gap can be kept is found out by planning.
  const instance = keepingLargestGap(asked);
  const held = heldSessions(found, { providersOf, now: scope.now() }).map(({ number }) => number);
  return ok({ found, wishes, facts, open, held, providersOf, instance, today, basis: basisOf(found, open) });
}

const wishesOf = (found: PackageToPlan, changes: ReplanInput['changes']): Wishes => ({
  endDate: changes.endDate ?? found.endDate,
  preferredDays: changes.preferredDays ?? found.preferredDays,
  dayHours: changes.dayHours === undefined ? found.dayHours : changes.dayHours,
  minGapDays: changes.minGapDays ?? found.minGapDays,
  maxGapDays: changes.maxGapDays === undefined ? found.maxGapDays : changes.maxGapDays,
  maxPerWeek: changes.maxPerWeek === undefined ? found.maxPerWeek : changes.maxPerWeek,
  goal: changes.goal ?? found.goal,
});

const everyProvider = ({ sessions }: PackageToPlan, providersOf: ReplanProblem['providersOf']): string[] => [
  ...new Set(
    sessions.flatMap(({ number, place }) => [...providersOf(number), ...(place ? [place.providerId] : [])]),
  ),
];

export const laterOf = (one: string, other: string) => (one > other ? one : other);

interface Asked {
  found: PackageToPlan;
  changes: ReplanInput['changes'];
  facts: PlanningFacts;
  today: string;
}

function faultsOf({ found, changes, facts, today }: Asked): FieldFaults {
  const faults: FieldFaults = {};
  const { endDate } = changes;
  if (endDate !== undefined && endDate !== found.endDate) {
    const code = endFault(endDate, found.startDate, today);
    if (code) faults['changes.endDate'] = { code };
  }
  const wishes = wishesOf(found, changes);
  if (wishes.maxGapDays !== null && wishes.maxGapDays < wishes.minGapDays) {
    faults['changes.maxGapDays'] = { code: 'less_than_smallest' };
  }
  for (const [index, { number, providerIds }] of (changes.providers ?? []).entries()) {
    const session = found.sessions.find((each) => each.number === number);
    // Who has a session already is not asked again.
    const asked = providerIds?.filter((id) => !session?.providerIds.includes(id)) ?? [];
    // A note stands beside a provider.
    const isForNobody = !providerIds && session?.providerIds.length === 0;
    const code = !session
      ? 'unknown'
      : isForNobody
        ? 'provider_required'
        : asked.map((id) => providerFault(facts, id)).find((fault) => fault !== null);
    if (code) faults[`changes.providers.${index}.providerIds`] = { code };
  }
  return faults;
}

function endFault(endDate: string, startDate: string, today: string): string | null {
  if (endDate < startDate) return 'ends_before_start';
  if (daysBetween(startDate, endDate) >= MAX_WINDOW_DAYS) return 'window_too_long';
  return dateFault(endDate, today);
}

type InstanceParts = Pick<ReplanProblem, 'found' | 'wishes' | 'facts' | 'open' | 'providersOf' | 'today'> & {
  now: number;
};

function instanceOf({ found, wishes, facts, open, providersOf, today, now }: InstanceParts): Instance {
  const { preferredDays, dayHours, minGapDays, maxGapDays, maxPerWeek, goal, endDate } = wishes;
  const openNumbers = new Set(open.map(({ number }) => number));
  const standing = standingVisits(found, openNumbers);
  const bare: Instance = {
    ...calendarOf(facts),
    format: 'takt-instance/1',
    // Days that are over offer nothing and need no explanation, as long as one of the window is left.
    window: { from: laterOf(found.startDate, today < endDate ? today : endDate), to: endDate },
    notBefore: now,
    preferredDays,
    minGapDays,
    maxGapDays,
    maxPerWeek,
    dayHours,
    sessions: standing.map(fixedSession),
    weights: PRESETS[goal],
    targetGapHalfDays: targetGapHalfDays({ preferredDays, minGapDays, maxGapDays, maxPerWeek }),
    preferMinute: null,
  };
  const { kept, atOdds } = partStanding(bare, standing, openNumbers);
  const sessions = [
    ...kept.map(fixedSession),
    ...open.map((session) => openSession(session, { found, facts, providersOf })),
  ];
  return {
    ...bare,
    sessions: sessions.sort((one, other) => one.number - other.number),
    patientBusy: [...bare.patientBusy, ...atOdds.map((place) => daysAround(bare, place))].sort(
      (one, other) => one.from - other.from,
    ),
  };
}

function openSession(
  { number, status, place }: SessionToPlan,
  { found, facts, providersOf }: Pick<InstanceParts, 'found' | 'facts' | 'providersOf'>,
): InstanceSession {
  return {
    number,
    // A visit that was made longer or shorter stays so; one that was lost is the package's again.
    durationMinutes:
      place && status === 'SCHEDULED'
        ? Math.round((place.end - place.start) / MINUTE_MS)
        : found.durationMinutes,
    providers: providersOf(number).filter((id) => providerFault(facts, id) === null),
    fixed: null,
  };
}

const fixedSession = ({ number, provider, start, end }: PlacedSession): InstanceSession => ({
  number,
  durationMinutes: Math.round((end - start) / MINUTE_MS),
  providers: [provider],
  fixed: { start, provider },
});

const basisOf = (found: PackageToPlan, open: readonly SessionToPlan[]): Basis => ({
  version: found.version,
  open: open.map(({ number }) => number),
  sessions: found.sessions.map(({ number, version, appointment }) => ({
    number,
    version,
    visitVersion: appointment?.version ?? 0,
  })),
});
