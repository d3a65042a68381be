import { useFormatter, useTranslations } from 'next-intl';
import { addDays } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

const VISIT_WITH_YEAR = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** Says when a visit is, on its clinic's clock: near days by name, other years with their year. */
export function useVisitWords(now: number): (instant: number, timeZone: string) => string {
  const t = useTranslations('packages');
  const format = useFormatter();
  return (instant, timeZone) => {
    const [date, today] = [localDateOf(instant, timeZone), localDateOf(now, timeZone)];
    const time = format.dateTime(instant, 'time', { timeZone });
    if (date === today) return t('today', { time });
    if (date === addDays(today, 1)) return t('tomorrow', { time });
    if (date.slice(0, 4) !== today.slice(0, 4))
      return format.dateTime(instant, { ...VISIT_WITH_YEAR, timeZone });
    return format.dateTime(instant, 'visit', { timeZone });
  };
}
