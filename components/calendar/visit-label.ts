import { useTranslations } from 'next-intl';
import type { DayCard } from '@/lib/calendar/day-column';

/**
 * A name in its own direction and cut at its own end, which takes `dir="auto"` too; as an item no wider than
 * itself it still stands where the text around it begins.
 */
export const nameClass = 'min-w-0 max-w-full truncate';

/**
 * Says of an appointment what its card has no room to write, for those who listen: it follows the words that
 * are seen, so that both call the card by the same name.
 */
export function useVisitRest(): (card: DayCard, written: { hasService: boolean }) => string {
  const t = useTranslations('calendar');
  const state = useTranslations('states');
  return ({ appointment, endTime }, { hasService }) =>
    t('visitRest', {
      isServiceSaid: hasService ? 'yes' : 'no',
      service: appointment.service?.name ?? t('noService'),
      to: endTime,
      provider: appointment.provider.name,
      state: state(appointment.status),
      hasPosition: appointment.position ? 'yes' : 'no',
      number: appointment.position?.number ?? 0,
      count: appointment.position?.count ?? 0,
      overlaps: appointment.isOverlapping ? 'yes' : 'no',
    });
}
