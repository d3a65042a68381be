import { useEffect, useRef } from 'react';
import { arrival, useArrived } from '@/components/ui/arrival';
import type { BookingForm } from './booking-form';

export type BookingRules = typeof import('./booking-rules');

const rules = arrival<BookingRules>(() => import('./booking-rules'));

/** The rules, or null where no network brings them: the server judges by the same ones. */
export const loadBookingRules = (): Promise<BookingRules | null> => rules.load().catch(() => null);

/** Begins to fetch them. */
export const reachBookingRules = rules.reach;

/** The rules of the form, once they are there: they come when it is touched. */
export function useBookingRules(form: BookingForm): BookingRules | null {
  const untouched = useRef(form);
  useEffect(() => {
    if (form !== untouched.current) rules.reach();
  }, [form]);
  return useArrived(rules);
}
