'use server';

import { action } from '@/app/action';
import { cancelAppointment as cancel } from '@/lib/appointments/cancel-appointment';
import {
  cancelAppointmentInput,
  recordOutcomeInput,
  rescheduleAppointmentInput,
} from '@/lib/appointments/input';
import { recordOutcome as record } from '@/lib/appointments/record-outcome';
import { rescheduleAppointment as reschedule } from '@/lib/appointments/reschedule-appointment';

export const rescheduleAppointment = action({
  permission: 'appointment.reschedule',
  input: rescheduleAppointmentInput,
  operation: reschedule,
  // Visits stand on almost every page.
  revalidate: ['/'],
});

export const cancelAppointment = action({
  permission: 'appointment.cancel',
  input: cancelAppointmentInput,
  operation: cancel,
  revalidate: ['/'],
});

export const recordOutcome = action({
  permission: 'appointment.outcome',
  input: recordOutcomeInput,
  operation: record,
  revalidate: ['/'],
});
