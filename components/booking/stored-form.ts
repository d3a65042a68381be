import type { PackageForm } from '@/lib/packages/package-form';
import { addDays, daysBetween } from '@/lib/time/local-date';
import type { BookingForm, BookingStart, ChosenPatient } from './booking-form';

/** A stored package as this form would have it typed. */
export function typedFrom(
  stored: PackageForm,
  patient: ChosenPatient,
): Omit<BookingForm, 'requestKey' | 'date' | 'time'> {
  const { providers } = stored;
  return {
    patient,
    clinicId: stored.clinicId,
    serviceTypeId: stored.serviceTypeId,
    durationMinutes: String(stored.durationMinutes),
    providerId: providers.strategy === 'one' ? providers.providerId : '',
    notes: stored.notes,
    sessionCount: String(stored.sessionCount),
    startDate: stored.startDate,
    endDate: stored.endDate ?? '',
    preferredDays: stored.preferredDays,
    hoursFrom: stored.dayHours?.from ?? '',
    hoursTo: stored.dayHours?.to ?? '',
    minGapDays: String(stored.minGapDays),
    maxGapDays: String(stored.maxGapDays ?? ''),
    maxPerWeek: String(stored.maxPerWeek ?? ''),
    strategy: providers.strategy,
    perSession:
      providers.strategy === 'one'
        ? []
        : providers.sessions.map(({ providerIds, note }) => ({ providerIds, note })),
    goal: stored.goal,
    autoSchedule: true,
    pinned: stored.kept,
    kept: [],
    isDurationTyped: true,
    isCountTyped: true,
  };
}

/** Another package like a stored one: it begins when that one is over, and is as long. */
export function copiedFrom(stored: PackageForm, patient: ChosenPatient): BookingStart {
  const { startDate, endDate, nextStart } = stored;
  return {
    ...typedFrom(stored, patient),
    pinned: [],
    startDate: nextStart,
    endDate: endDate === null ? '' : addDays(nextStart, daysBetween(startDate, endDate)),
  };
}
