import { bookAppointmentInput, freeTimesInput } from '@/lib/appointments/input';
import { createPackageInput, type ProposePlanInput, proposePlanInput } from '@/lib/packages/input';
import { parseInput } from '@/lib/result/field-faults';
import { byField, type FormFaults } from './booking-fields';
import type { BookingForm, BookingKind } from './booking-form';
import { appointmentInputOf, freeTimesAsked, packageInputOf, planAsked, planInputOf } from './booking-input';
import { datesFaults } from './first-faults';

/*
 * The form by the server's own schemas. They come with the first touch of the form: see `use-booking-rules.ts`.
 */

/** Everything that is wrong with the form as it stands; `today` is the clinic's date. */
export function faultsOfForm(form: BookingForm, kind: BookingKind, today: string): FormFaults {
  const parsed =
    kind === 'package'
      ? parseInput(createPackageInput, packageInputOf(form, []))
      : parseInput(bookAppointmentInput, appointmentInputOf(form));
  const faults = parsed.ok ? {} : byField(parsed.error);
  return { ...datesFaults(form, kind, today), ...faults };
}

/** What to plan from, or null while the form is not complete. */
export function readyPlanInput(form: BookingForm, today: string): ProposePlanInput | null {
  const isRight = proposePlanInput.safeParse(planInputOf(form)).success && form.startDate >= today;
  return isRight ? planAsked(form) : null;
}

/** What is asked about free times, as a query; null while the form does not say enough. */
export function freeTimesQuestion(form: BookingForm): string | null {
  const asked = freeTimesAsked(form);
  return freeTimesInput.safeParse(asked).success ? new URLSearchParams(asked).toString() : null;
}
