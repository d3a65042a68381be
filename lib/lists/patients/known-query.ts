import * as z from 'zod';
import { flagInAddress, idInAddress, listInAddress, oneInAddress } from '../known-address';
import { PATIENT_SORTS, type PatientListQuery } from './input';

/** Which patients the list shows, as its address says it. */
export const patientListQuery: z.ZodType<PatientListQuery> = z.object({
  ...listInAddress,
  /** Has a package or a visit there. */
  clinic: idInAddress,
  /** Has a package that is not over. */
  open: flagInAddress,
  /** Has no visit to come. */
  idle: flagInAddress,
  sort: oneInAddress(PATIENT_SORTS).transform((sort) => sort ?? 'name'),
});
