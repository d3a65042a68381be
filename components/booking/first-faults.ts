import { isLocalDate } from '@/lib/time/local-date';
import type { FieldName, FormFaults } from './booking-fields';
import { type BookingForm, type BookingKind, countOf, sessionRows } from './booking-form';

/** What is wrong with the days, whatever else is: people want to know at once. */
export function datesFaults(form: BookingForm, kind: BookingKind, today: string): FormFaults {
  const first = kind === 'package' ? 'startDate' : 'date';
  const faults: FormFaults = {};
  if (isLocalDate(form[first]) && form[first] < today) faults[first] = { code: 'in_the_past' };
  if (kind === 'package' && isLocalDate(form.endDate) && form.endDate < form.startDate) {
    faults.endDate = { code: 'ends_before_start' };
  }
  return faults;
}

/** A draft may keep the first day that it had, also when that has passed; to be scheduled it needs another. */
export function faultsOfDraft(
  faults: FormFaults,
  { form, formerStart }: { form: BookingForm; formerStart: string | undefined },
): FormFaults {
  const isKept = !form.autoSchedule && form.startDate === formerStart;
  if (!isKept || faults.startDate?.code !== 'in_the_past') return faults;
  const { startDate: _, ...others } = faults;
  return others;
}

/**
 * What can be told before the rules are there (`booking-rules.ts`): what is still empty, and which days cannot
 * be. A form without any of it may be asked about; the server judges the rest.
 */
export function firstFaults(form: BookingForm, kind: BookingKind, today: string): FormFaults {
  const needed: [FieldName, string | undefined][] = [
    ['patientId', form.patient?.id],
    ['clinicId', form.clinicId],
    ['serviceTypeId', form.serviceTypeId],
    ['durationMinutes', form.durationMinutes],
  ];
  // Who gives a session of a draft may still be open.
  const isProviderNeeded = kind === 'single' || form.autoSchedule;
  if (kind === 'single' || (isProviderNeeded && form.strategy === 'one'))
    needed.push(['providerId', form.providerId]);
  if (kind === 'single') needed.push(['date', form.date], ['time', form.time]);
  else {
    needed.push(['sessionCount', form.sessionCount], ['startDate', form.startDate]);
    needed.push(['minGapDays', form.minGapDays]);
  }
  const faults = datesFaults(form, kind, today);
  for (const [field, typed] of needed) if (!typed) faults[field] = { code: 'required' };
  const isPerSession = kind === 'package' && form.strategy === 'per_session';
  if (isProviderNeeded && isPerSession && countOf(form) > 0) {
    const sessions = sessionRows(form).flatMap((row, index) =>
      row.providerIds.length === 0 ? [index + 1] : [],
    );
    if (sessions.length > 0) faults.perSession = { code: 'provider_required', sessions };
  }
  return faults;
}
