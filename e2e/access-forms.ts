import { addDays, mondayIn } from './dates';
import type { KnownIds } from './known-ids';

/** Weeks that no other test books in. */
export const FROM = mondayIn(100);

/** An input whose every id is this one. */
export const withIds = (id: string): KnownIds => ({
  clinic: id,
  service: id,
  provider: id,
  patient: id,
  patientOfProvider: id,
  package: id,
  appointment: id,
  othersPackage: id,
  othersAppointment: id,
});

export function planOf(ids: KnownIds) {
  return {
    patientId: ids.patient,
    clinicId: ids.clinic,
    serviceTypeId: ids.service,
    sessionCount: 2,
    durationMinutes: 45,
    startDate: FROM,
    endDate: addDays(FROM, 6),
    preferredDays: [],
    dayHours: null,
    minGapDays: 1,
    maxGapDays: null,
    maxPerWeek: null,
    providers: { strategy: 'one', providerId: ids.provider },
    goal: 'soonest',
  };
}

export const typedPlaceOf = (ids: KnownIds) =>
  new URLSearchParams({
    providerId: ids.provider,
    date: FROM,
    time: '09:00',
    durationMinutes: '45',
  });

export const feasibilityOf = (ids: KnownIds) =>
  new URLSearchParams({
    appointment: ids.appointment,
    providers: ids.provider,
    from: FROM,
    to: FROM,
    durationMinutes: '45',
  });

export const freeTimesOf = (ids: KnownIds) =>
  new URLSearchParams({
    clinicId: ids.clinic,
    serviceTypeId: ids.service,
    providerId: ids.provider,
    patientId: ids.patient,
    date: FROM,
    durationMinutes: '45',
  });
