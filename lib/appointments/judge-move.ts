import type { TenantScope } from '@/db/scope';
import { BREACH_CODES, type Breach, isWish } from '@/lib/planning/breach';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { dateFault } from '@/lib/planning/input';
import { nameBreaches } from '@/lib/planning/name-breaches';
import type { FieldFaults } from '@/lib/result/field-faults';
import { ok, type Result, refused } from '@/lib/result/result';
import { checkPlan } from '@/lib/scheduling/check-plan';
import type { Instance } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { MINUTE_MS } from '@/lib/time/instant';
import { overlaps } from '@/lib/time/interval';
import { exactInstantOf, localDateOf } from '@/lib/time/wall-clock';
import type { RescheduleAppointmentInput } from './input';
import { loadMoveProblem, type MoveProblem, moveFault } from './move-problem';

/** Where a visit is to stand: date and time on the clinic's clock. */
export type MovedPlace = Pick<
  RescheduleAppointmentInput,
  'appointmentId' | 'providerId' | 'date' | 'time' | 'durationMinutes'
>;

export interface JudgedMove {
  problem: MoveProblem;
  place: { providerId: string; roomId: string | null; start: number; end: number };
  /** The calendar's rules that the place breaks: it cannot be had, or only shared on purpose. */
  hard: Breach[];
  /** The package's wishes that it goes against. */
  soft: Breach[];
}

/**
 * Judges one place for a visit by the same rules as a package's sessions; only the clinic's grid is not asked
 * of a time that a person has chosen. Errors: an unknown visit, or fields that ask for what there is not.
 */
export async function judgeMove(
  scope: TenantScope,
  input: MovedPlace,
): Promise<Result<JudgedMove, { kind: 'not_found' } | InputRefusal>> {
  const { appointmentId, providerId, date, time, durationMinutes } = input;
  const question = { appointmentId, providerIds: [providerId], from: date, to: date, durationMinutes };
  const loaded = await loadMoveProblem(scope, question);
  if (!loaded.ok) return loaded;
  const problem = loaded.value;
  const { instance, facts, appointment } = problem;

  const start = exactInstantOf(date, time, instance.timeZone);
  const fields: FieldFaults = {};
  const today = localDateOf(scope.now(), instance.timeZone);
  const fault = start === appointment.start ? null : dateFault(date, today);
  if (fault) fields.date = { code: fault };
  const code = moveFault(facts, { id: providerId, now: appointment.providerId });
  if (code) fields.providerId = { code };
  if (start === null) fields.time = { code: 'no_such_time' };
  if (start === null || Object.keys(fields).length > 0) return refused({ kind: 'invalid_input', fields });

  const end = start + durationMinutes * MINUTE_MS;
  const place = { providerId, roomId: roomFor(problem, { from: start, to: end }), start, end };
  const codes = brokenBy(problem, place);
  const hard = codes.filter((each) => !isWish(each));
  return ok({
    problem,
    // A place that is shared on purpose is shared with its room.
    place: hard.includes('no_room') ? { ...place, roomId: anyRoom(problem) } : place,
    hard: await nameBreaches(scope, {
      codes: hard,
      facts,
      place: { ...place, patientId: appointment.patientId, exceptAppointmentId: appointment.id },
    }),
    soft: codes.filter(isWish).map((each) => ({ code: each, by: null })),
  });
}

/** The room that the visit has, as long as it is free; else, if one is needed, another that is. */
function roomFor({ facts, appointment }: MoveProblem, visit: { from: number; to: number }): string | null {
  const free = facts.rooms.filter(({ busy }) => !busy.some((span) => overlaps(span, visit)));
  const present = free.find(({ id }) => id === appointment.roomId);
  if (present || !facts.service?.needsRoom) return present?.id ?? null;
  return free[0]?.id ?? null;
}

const anyRoom = ({ facts, appointment }: MoveProblem) =>
  (facts.rooms.find(({ id }) => id === appointment.roomId) ?? facts.rooms[0])?.id ?? null;

function brokenBy({ instance, number, appointment, wishes }: MoveProblem, place: JudgedMove['place']) {
  const { providerId, roomId, start, end } = place;
  const room = instance.rooms ? roomId : null;
  const rules = rulesBroken(instance, { number, provider: providerId, room, start, end });
  const date = localDateOf(start, instance.timeZone);
  if (wishes && (date < wishes.window.from || date > wishes.window.to)) rules.add('outside_window');
  else rules.delete('outside_window');
  const assigned = wishes?.assigned ?? [];
  if (assigned.length > 0 && !assigned.includes(providerId)) rules.add('not_assigned');
  // A visit that has begun keeps its beginning when it is lengthened or given to someone else.
  if (start === appointment.start) rules.delete('before_not_before');
  return BREACH_CODES.filter((code) => rules.has(code));
}

/** What the visit breaks there, by itself and towards the package's others, who stand as they are. */
function rulesBroken(instance: Instance, place: PlacedSession): Set<string> {
  const others = instance.sessions.flatMap(({ number, fixed, durationMinutes }): PlacedSession[] => {
    if (!fixed) return [];
    const end = fixed.start + durationMinutes * MINUTE_MS;
    return [{ number, provider: fixed.provider, room: null, start: fixed.start, end }];
  });
  const without = checkPlan(instance, { placed: others });
  const breaches = checkPlan(instance, { placed: [...others, place] });
  const rules = new Set<string>(
    breaches
      .filter(({ number, other }) => number === place.number || other === place.number)
      .map(({ rule }) => rule),
  );
  // A week that is full with this visit may be told of another one in it.
  const full = (list: typeof breaches) => list.filter(({ rule }) => rule === 'week_full').length;
  if (full(breaches) > full(without)) rules.add('week_full');
  return rules;
}
