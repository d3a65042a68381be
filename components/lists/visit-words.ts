import { useFormatter, useTranslations } from 'next-intl';
import { addDays } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

const DAY_WITH_YEAR = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** The day and the time of a visit on its clinic's clock: near days by name, other years with their year. */
export function useVisitWords(
  now: number,
): (instant: number, timeZone: string) => { day: string; time: string } {
  const t = useTranslations('lists');
  const format = useFormatter();
  return (instant, timeZone) => {
    const [date, today] = [localDateOf(instant, timeZone), localDateOf(now, timeZone)];
    const time = format.dateTime(instant, 'time', { timeZone });
    if (date === today) return { day: t('today'), time };
    if (date === addDays(today, 1)) return { day: t('tomorrow'), time };
    if (date === addDays(today, -1)) return { day: t('yesterday'), time };
    const isThisYear = date.slice(0, 4) === today.slice(0, 4);
    const day = isThisYear
      ? format.dateTime(instant, 'day', { timeZone })
      : format.dateTime(instant, { ...DAY_WITH_YEAR, timeZone });
    return { day, time };
  };
}

/** A zone by its city: the part that people know. */
export const cityOf = (timeZone: string): string =>
  timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
