import { type AppointmentToChange, findAppointmentToChange } from '@/db/reads/appointment-to-change';
import { type PackageToPlan, readPackageToPlan } from '@/db/reads/package-to-plan';
import { type PlanningFacts, readPlanningFacts } from '@/db/reads/planning-facts';
import type { TenantScope } from '@/db/scope';
import { calendarOf, providerFault } from '@/lib/planning/clinic-calendar';
import { ok, type Result, refused } from '@/lib/result/result';
import type { Instance, InstanceSession } from '@/lib/scheduling/instance';
import { PRESETS } from '@/lib/scheduling/presets';
import { MINUTE_MS } from '@/lib/time/instant';
import { addDays, type LocalDate } from '@/lib/time/local-date';
import { endOfDay, startOfDay } from '@/lib/time/wall-clock';

export interface MoveQuestion {
  appointmentId: string;
  /** Who may give it; null for every provider of the clinic who can. */
  providerIds: readonly string[] | null;
  /** Dates of the clinic, both inclusive. */
  from: LocalDate;
  to: LocalDate;
  /** Null for the length that it has. */
  durationMinutes: number | null;
}

export interface MoveProblem {
  /** The package's wishes with all its other visits fixed, and this one open; a single visit has no wishes. */
  instance: Instance;
  /** The number of the open session in the instance. */
  number: number;
  facts: PlanningFacts;
  appointment: AppointmentToChange;
  /** Of the package, or null for a single visit. */
  wishes: { window: { from: LocalDate; to: LocalDate }; assigned: string[] } | null;
}

/** The number of a visit that belongs to no package. */
const SINGLE = 1;

/**
 * Loads what one visit must respect when it is moved: its own time blocks nothing, everything else does, the
 * package's other visits included. Errors: an appointment that is unknown, foreign or not the actor's to see.
 */
export async function loadMoveProblem(
  scope: TenantScope,
  question: MoveQuestion,
): Promise<Result<MoveProblem, { kind: 'not_found' }>> {
  const appointment = await findAppointmentToChange(scope, question.appointmentId);
  if (!appointment) return refused({ kind: 'not_found' });
  const { session } = appointment;
  const [facts, owner] = await Promise.all([
    readPlanningFacts(scope, {
      clinicId: appointment.clinicId,
      serviceTypeId: appointment.serviceTypeId,
      patientId: appointment.patientId,
      providerIds: question.providerIds ?? [appointment.providerId],
      withColleagues: question.providerIds === null,
      exceptPackageId: null,
      exceptAppointmentId: appointment.id,
      // A day either side covers every zone's midnight, and visits and buffers that cross it.
      from: startOfDay(addDays(question.from, -1), 'UTC'),
      to: endOfDay(addDays(question.to, 2), 'UTC'),
    }),
    session ? readPackageToPlan(scope, session.packageId) : null,
  ]);
  const number = session?.number ?? SINGLE;
  const assigned = owner?.sessions.find((each) => each.number === number)?.providerIds ?? [];
  const open: InstanceSession = {
    number,
    durationMinutes:
      question.durationMinutes ?? Math.round((appointment.end - appointment.start) / MINUTE_MS),
    providers: facts.providers
      .filter(({ id }) => question.providerIds !== null || canGive(facts, appointment, id))
      .map(({ id }) => id),
    fixed: null,
  };
  const window = { from: question.from, to: question.to };
  return ok({
    instance: instanceOf({ facts, owner, open, window, now: scope.now() }),
    number,
    facts,
    appointment,
    wishes: owner && { window: { from: owner.startDate, to: owner.endDate }, assigned },
  });
}

/** Who has the visit keeps it, whatever services they are entered for now. */
const canGive = (facts: PlanningFacts, { providerId }: AppointmentToChange, id: string) =>
  moveFault(facts, { id, now: providerId }) === null;

/** What is wrong with giving the visit to a provider; nothing that the one who has it needs to be asked. */
export function moveFault(facts: PlanningFacts, provider: { id: string; now: string }): string | null {
  const fault = providerFault(facts, provider.id);
  return fault === 'not_qualified' && provider.id === provider.now ? null : fault;
}

/** A visit without a service has no buffers and needs no room. */
const NO_SERVICE = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0, needsRoom: false, isActive: true };

interface InstanceParts {
  facts: PlanningFacts;
  owner: PackageToPlan | null;
  open: InstanceSession;
  window: Instance['window'];
  now: number;
}

function instanceOf({ facts, owner, open, window, now }: InstanceParts): Instance {
  return {
    ...calendarOf({ ...facts, service: facts.service ?? NO_SERVICE }),
    format: 'takt-instance/1',
    window,
    notBefore: now,
    preferredDays: owner?.preferredDays ?? [],
    minGapDays: owner?.minGapDays ?? 1,
    maxGapDays: owner?.maxGapDays ?? null,
    maxPerWeek: owner?.maxPerWeek ?? null,
    dayHours: owner?.dayHours ?? null,
    sessions: [...othersOf(owner, open.number), open].sort((one, other) => one.number - other.number),
    weights: PRESETS.soonest,
    targetGapHalfDays: null,
    preferMinute: null,
  };
}

/** The package's other visits, where they are or were. */
function othersOf(owner: PackageToPlan | null, number: number): InstanceSession[] {
  return (owner?.sessions ?? []).flatMap(({ number: other, status, place }) => {
    if (other === number || !place || status === 'PENDING' || status === 'FAILED') return [];
    return {
      number: other,
      durationMinutes: Math.round((place.end - place.start) / MINUTE_MS),
      providers: [place.providerId],
      fixed: { start: place.start, provider: place.providerId },
    };
  });
}
