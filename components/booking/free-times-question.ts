import { freeTimesInput } from '@/lib/appointments/input';
import type { BookingForm } from './booking-form';

/** What is asked about free times, as a query; null while the form does not say enough. */
export function freeTimesQuestion(form: BookingForm): string | null {
  const asked = {
    clinicId: form.clinicId,
    serviceTypeId: form.serviceTypeId,
    providerId: form.providerId,
    ...(form.patient ? { patientId: form.patient.id } : {}),
    date: form.date,
    durationMinutes: form.durationMinutes,
  };
  return freeTimesInput.safeParse(asked).success ? new URLSearchParams(asked).toString() : null;
}
