import type { BookingForm } from './booking-form';
import type { BookingOptions } from './booking-options';

export const WEEKDAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The first day of the chosen clinic's week, 0 = Sunday. */
export const weekStartOf = ({ form, options }: { form: BookingForm; options: BookingOptions }): number =>
  options.clinics.find(({ id }) => id === form.clinicId)?.weekStart ?? options.clinics[0]?.weekStart ?? 0;

/** The weekdays in the order of the clinic's week, 0 = Sunday. */
export const weekdaysFrom = (weekStart: number): number[] =>
  Array.from({ length: 7 }, (_, index) => (weekStart + index) % 7);
