import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import { closingGatesFinder, OPEN } from '@/lib/scheduling/closing-gates';
import type { Instance, InstanceSession } from '@/lib/scheduling/instance';
import {
  type PlacedSession,
  REASON_CODES,
  type Reason,
  type ReasonCode,
  type UnplacedSession,
} from '@/lib/scheduling/plan';
import { GATES } from '@/lib/scheduling/rules';
import { neighboursOf, spacingGate } from '@/lib/scheduling/spacing';
import { dateOfEpochDay, type LocalDate } from '@/lib/time/local-date';

/**
 * Why each session that `placed` leaves out has no place, the placed ones standing: every day of the window
 * is charged to the first gate that leaves it without a start. In a best plan each day has one, so the days
 * of a session add up to the days of the window; in another plan, days on which it could still be placed are
 * charged to nothing. The gates are the planner's own.
 */
export function explain(instance: Instance, placed: readonly PlacedSession[]): UnplacedSession[] {
  return explainIn(clinicOf(instance), placed);
}

/** As `explain`, for an instance already on the time line. */
export function explainIn(clinic: Clinic, placed: readonly PlacedSession[]): UnplacedSession[] {
  const standing = new Set(placed.map((session) => session.number));
  const left = clinic.instance.sessions.filter((session) => !standing.has(session.number));
  const chargesOf = chargesByKind(clinic, left);
  return left.map((session) => {
    const neighbours = neighboursOf(clinic, placed, session.number);
    const charges = chargesOf(session).map(
      (charge, day) => charge ?? { code: spacingGate(clinic, neighbours, day), provider: null },
    );
    return { number: session.number, reasons: reasonsOf(charges) };
  });
}

/**
 * Why one session cannot stand on each day of the window while `placed` stand, by the first gate that leaves
 * the day without a start; null for a day on which it can. An unknown number is charged to nothing.
 */
export function explainDays(
  instance: Instance,
  placed: readonly PlacedSession[],
  sessionNumber: number,
): { date: LocalDate; code: ReasonCode | null }[] {
  const clinic = clinicOf(instance);
  const session = instance.sessions.find((each) => each.number === sessionNumber);
  if (!session) return [];
  const neighbours = neighboursOf(clinic, placed, sessionNumber);
  return chargesByKind(clinic, [session])(session).map((charge, day) => ({
    date: dateOfEpochDay(clinic.days.firstEpochDay + day),
    code: charge ? charge.code : spacingGate(clinic, neighbours, day),
  }));
}

type Charge = { readonly code: ReasonCode | null; readonly provider: string | null };

/** The charge of each day by the gates of rules 1 to 5, or null where a start is left; once per kind. */
function chargesByKind(
  clinic: Clinic,
  sessions: readonly InstanceSession[],
): (session: InstanceSession) => readonly (Charge | null)[] {
  const closingGates = closingGatesFinder(
    clinic,
    sessions.map((session) => session.durationMinutes),
  );
  const known = new Map<string, readonly (Charge | null)[]>();
  return (session) => {
    const kind = JSON.stringify([session.durationMinutes, session.providers]);
    const charges = known.get(kind) ?? chargesOfDays(clinic, session, closingGates);
    known.set(kind, charges);
    return charges;
  };
}

/** A day is closed when the last of the session's providers is; charged to that gate, and to whom it closed last. */
function chargesOfDays(
  clinic: Clinic,
  session: InstanceSession,
  closingGates: ReturnType<typeof closingGatesFinder>,
): (Charge | null)[] {
  const providers = clinic.providers
    .filter((provider) => session.providers.includes(provider.id))
    .map((provider) => ({ id: provider.id, gates: closingGates(provider, session.durationMinutes) }));
  return Array.from({ length: clinic.dayCount }, (_, day) => {
    const last = providers.reduce((latest, { gates }) => Math.max(latest, gates[day] ?? 0), 0);
    if (last === OPEN) return null;
    const closing = providers.filter(({ gates }) => gates[day] === last);
    return {
      code: GATES[last]?.code ?? null,
      provider: closing.length === 1 ? (closing[0]?.id ?? null) : null,
    };
  });
}

const OF_A_PROVIDER: ReadonlySet<ReasonCode> = new Set(['not_working', 'time_off', 'provider_busy']);

function reasonsOf(charges: readonly Charge[]): Reason[] {
  return REASON_CODES.flatMap((code) => {
    const charged = charges.filter((charge) => charge.code === code);
    if (charged.length === 0) return [];
    const provider = charged[0]?.provider ?? null;
    const isOneProvider = provider !== null && charged.every((charge) => charge.provider === provider);
    const days = charged.length;
    return [OF_A_PROVIDER.has(code) && isOneProvider ? { code, days, provider } : { code, days }];
  });
}
