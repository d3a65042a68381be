import * as z from 'zod';
import { APPOINTMENT_STATUSES } from '@/db/schema';
import {
  dateInAddress,
  flagInAddress,
  idInAddress,
  listInAddress,
  oneInAddress,
  severalInAddress,
} from '../known-address';
import { APPOINTMENT_SORTS, type AppointmentListQuery, PERIODS } from './input';

/** Which appointments the list shows, as its address says it. */
export const appointmentListQuery: z.ZodType<AppointmentListQuery> = z.object({
  ...listInAddress,
  /** Null is what anyone would want: what is to come, or all where something is looked for. */
  period: oneInAddress(PERIODS),
  clinic: idInAddress,
  provider: idInAddress,
  service: idInAddress,
  room: idInAddress,
  status: severalInAddress(APPOINTMENT_STATUSES),
  /** Days on the clinic's clock, both inclusive. */
  from: dateInAddress,
  to: dateInAddress,
  overlap: flagInAddress,
  /** Null is what goes with the period. */
  sort: oneInAddress(APPOINTMENT_SORTS),
});
