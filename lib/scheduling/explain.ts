import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import type { Instance, InstanceSession } from '@/lib/scheduling/instance';
import {
  type PlacedSession,
  REASON_CODES,
  type Reason,
  type ReasonCode,
  type UnplacedSession,
} from '@/lib/scheduling/plan';
import { GATES } from '@/lib/scheduling/rules';
import { ALWAYS, type Runs } from '@/lib/scheduling/runs';
import { neighboursOf, spacingGate } from '@/lib/scheduling/spacing';
import { eachGridStart } from '@/lib/scheduling/starts';
import { MINUTE_MS } from '@/lib/time/instant';
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
  const chargesOf = chargesByKind(clinic);
  return clinic.instance.sessions
    .filter((session) => !standing.has(session.number))
    .map((session) => {
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
  return chargesOfDays(clinic, session).map((charge, day) => ({
    date: dateOfEpochDay(clinic.days.firstEpochDay + day),
    code: charge ? charge.code : spacingGate(clinic, neighbours, day),
  }));
}

type Charge = { readonly code: ReasonCode | null; readonly provider: string | null };

/** The charge of each day by the gates of rules 1 to 5, or null where a start is left; once per kind. */
function chargesByKind(clinic: Clinic): (session: InstanceSession) => readonly (Charge | null)[] {
  const known = new Map<string, readonly (Charge | null)[]>();
  return (session) => {
    const kind = JSON.stringify([session.durationMinutes, session.providers]);
    const charges = known.get(kind) ?? chargesOfDays(clinic, session);
    known.set(kind, charges);
    return charges;
  };
}

function chargesOfDays(clinic: Clinic, session: InstanceSession): (Charge | null)[] {
  const durationMs = session.durationMinutes * MINUTE_MS;
  const providers = clinic.providers.filter((provider) => session.providers.includes(provider.id));
  let left: Runs[] = providers.map(() => ALWAYS);
  let open: Uint8Array[] = providers.map(() => new Uint8Array(clinic.dayCount).fill(1));
  const charges: (Charge | null)[] = Array.from({ length: clinic.dayCount }, () => null);

  for (const gate of GATES) {
    left = left.map((starts, index) => {
      const provider = providers[index];
      return provider ? gate.keep(starts, { clinic, provider, durationMs }) : starts;
    });
    const stillOpen = left.map((starts) => daysWithStart(clinic, starts));
    for (let day = 0; day < clinic.dayCount; day++) {
      if (charges[day] || stillOpen.some((days) => days[day])) continue;
      const closing = providers.filter((_, index) => open[index]?.[day]);
      charges[day] = { code: gate.code, provider: closing.length === 1 ? (closing[0]?.id ?? null) : null };
    }
    open = stillOpen;
  }
  return charges;
}

function daysWithStart(clinic: Clinic, starts: Runs): Uint8Array {
  const days = new Uint8Array(clinic.dayCount);
  eachGridStart(clinic, starts, (day) => {
    days[day] = 1;
  });
  return days;
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
