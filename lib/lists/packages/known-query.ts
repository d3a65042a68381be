import * as z from 'zod';
import { PACKAGE_STATUSES } from '@/db/schema';
import {
  dateInAddress,
  flagInAddress,
  idInAddress,
  listInAddress,
  oneInAddress,
  severalInAddress,
} from '../known-address';
import { PACKAGE_SORTS, type PackageListQuery } from './input';

/** Which packages the list shows, as its address says it. */
export const packageListQuery: z.ZodType<PackageListQuery> = z.object({
  ...listInAddress,
  clinic: idInAddress,
  status: severalInAddress(PACKAGE_STATUSES),
  service: idInAddress,
  provider: idInAddress,
  /** Start dates, both inclusive. */
  from: dateInAddress,
  to: dateInAddress,
  attention: flagInAddress,
  ending: flagInAddress,
  sort: oneInAddress(PACKAGE_SORTS).transform((sort) => sort ?? 'newest'),
});
