import type { TenantScope } from '@/db/scope';
import { bookAppointment } from '@/lib/appointments/book-appointment';
import { cancelAppointment } from '@/lib/appointments/cancel-appointment';
import { recordOutcome } from '@/lib/appointments/record-outcome';
import { newId } from '@/lib/ids/new-id';
import { DAY_MS } from '@/lib/time/instant';
import { addDays, weekdayOf } from '@/lib/time/local-date';
import { minuteOfDay, timeOfMinute } from '@/lib/time/local-time';
import { startOfDay } from '@/lib/time/wall-clock';
import type { BuiltClinic, BuiltProvider } from './build-clinics';
import type { Dice } from './dice';

export interface DemoVisitsOrder {
  clinics: readonly BuiltClinic[];
  patients: readonly string[];
  today: string;
  /** The calendar is filled from this many days ago to this many days ahead. */
  daysBack: number;
  daysAhead: number;
  dice: Dice;
  scopeAt: (instant: number) => TenantScope;
}

/** Fills the calendars around today with single appointments; a time that is taken is simply left alone. */
export async function buildVisits(order: DemoVisitsOrder): Promise<void> {
  for (const clinic of order.clinics) {
    for (let day = -order.daysBack; day <= order.daysAhead; day++) {
      const date = addDays(order.today, day);
      for (const provider of clinic.providers) await fillDay(order, clinic, provider, date);
    }
  }
}

async function fillDay(order: DemoVisitsOrder, clinic: BuiltClinic, provider: BuiltProvider, date: string) {
  const { dice } = order;
  const weekday = weekdayOf(date) as 0 | 1 | 2 | 3 | 4 | 5 | 6; // weekdayOf answers 0 to 6
  // Booked some days before, as people do; never in the future of the demo itself.
  const scope = order.scopeAt(startOfDay(date, clinic.timeZone) - dice.between(2, 9) * DAY_MS);
  for (const [from, to] of provider.week[weekday] ?? []) {
    let minute = minuteOfDay(from) + dice.between(0, 2) * 15;
    for (;;) {
      const service = dice.pick(provider.services);
      if (minute + service.minutes > minuteOfDay(to)) break;
      if (dice.chance(62)) {
        await bookAppointment(scope, {
          requestKey: newId(),
          patientId: dice.pick(order.patients),
          clinicId: clinic.id,
          serviceTypeId: service.id,
          providerId: provider.id,
          date,
          time: timeOfMinute(minute),
          durationMinutes: service.minutes,
          notes: '',
        });
      }
      minute += Math.ceil(service.minutes / 15) * 15 + dice.between(0, 2) * 15;
    }
  }
}

/** Records what became of every visit before now: most were completed, some missed, a few called off. */
export async function finishPastVisits(scope: TenantScope, dice: Dice): Promise<void> {
  const past = await scope
    .from('appointment')
    .select(['appointment.id', 'appointment.version', 'end_at'])
    .where('status', '=', 'SCHEDULED')
    .where('start_at', '<', scope.now())
    .orderBy('start_at')
    .orderBy('appointment.id')
    .execute();
  for (const { id, version, end_at } of past) {
    const happened = dice.chance(90) ? 'COMPLETED' : dice.pick(['NO_SHOW', 'CANCELLED'] as const);
    const outcome = end_at > scope.now() ? 'ARRIVED' : happened;
    const visit = { appointmentId: id, version };
    if (outcome === 'CANCELLED') {
      await cancelAppointment(scope, { ...visit, reason: 'Called off by the family', session: 'cancel' });
    } else {
      await recordOutcome(scope, { ...visit, outcome });
    }
  }
}
