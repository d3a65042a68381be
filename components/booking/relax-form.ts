import { noProviders } from '@/components/assignments/assignment';
import type { Proposal } from '@/lib/packages/propose-plan';
import type { RelaxationChange } from '@/lib/scheduling/plan';
import { addDays } from '@/lib/time/local-date';
import { type BookingForm, type FormChange, sessionRows } from './booking-form';

/** The change of the form that makes an offered relaxation true; the plan then follows by itself. */
export function relaxing(
  form: BookingForm,
  { unplaced, windowTo }: Pick<Proposal, 'unplaced' | 'windowTo'>,
  change: RelaxationChange,
): FormChange {
  const set = (fields: Extract<FormChange, { kind: 'set' }>['fields']): FormChange => ({
    kind: 'set',
    fields,
  });
  if ('addDay' in change) return set({ preferredDays: [...form.preferredDays, change.addDay].sort() });
  if ('extendDays' in change) return set({ endDate: addDays(windowTo, change.extendDays) });
  if ('dayHours' in change) return set({ hoursFrom: change.dayHours.from, hoursTo: change.dayHours.to });
  if ('maxPerWeek' in change) return set({ maxPerWeek: String(change.maxPerWeek ?? '') });
  if ('minGapDays' in change) return set({ minGapDays: String(change.minGapDays) });
  const failed = new Set(unplaced.map(({ number }) => number));
  return {
    kind: 'providers',
    perSession: sessionRows(form).map((row, index) => {
      const now = form.strategy === 'one' ? { ...noProviders, providerIds: [form.providerId] } : row;
      return failed.has(index + 1) ? { ...now, providerIds: [...now.providerIds, change.addProvider] } : now;
    }),
  };
}
