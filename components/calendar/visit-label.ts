import { useTranslations } from 'next-intl';
import type { DayCard } from '@/lib/calendar/day-column';

/**
 * A name in its own direction and cut at its own end, which takes `dir="auto"` too; as an item no wider than
 * itself it still stands where the text around it begins.
 */
export const nameClass = 'min-w-0 max-w-full truncate';

/** Says a whole appointment in one line: for those who listen, and under the pointer. */
export function useVisitLabel(): (card: DayCard) => string {
  const t = useTranslations('calendar');
  const state = useTranslations('states');
  return ({ appointment, startTime, endTime, isOverlapping }) =>
    t('visitLabel', {
      from: startTime,
      to: endTime,
      patient: appointment.patientName,
      service: appointment.service?.name ?? t('noService'),
      provider: appointment.provider.name,
      state: state(appointment.status),
      hasPosition: appointment.position ? 'yes' : 'no',
      number: appointment.position?.number ?? 0,
      count: appointment.position?.count ?? 0,
      overlaps: isOverlapping ? 'yes' : 'no',
    });
}
