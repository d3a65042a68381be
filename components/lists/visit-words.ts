import { useFormatter, useTranslations } from 'next-intl';
import { addDays } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

const DAY_WITH_YEAR = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Says when a visit is on its clinic's clock: near days by name, other years with their year. */
export function useVisitWords(
  now: number,
): (visit: { start: number; end?: number; timeZone: string }) => string {
  const t = useTranslations('lists');
  const format = useFormatter();
  return ({ start, end, timeZone }) => {
    const clock = (instant: number) => format.dateTime(instant, 'time', { timeZone });
    const time = end === undefined ? clock(start) : `${clock(start)}–${clock(end)}`;
    // Two times and what joins them are read from left to right in every language.
    return t('dayAndTime', { day: dayOf(start, timeZone), time: `\u2066${time}\u2069` });
  };

  function dayOf(instant: number, timeZone: string): string {
    const [date, today] = [localDateOf(instant, timeZone), localDateOf(now, timeZone)];
    if (date === today) return t('today');
    if (date === addDays(today, 1)) return t('tomorrow');
    if (date === addDays(today, -1)) return t('yesterday');
    const isThisYear = date.slice(0, 4) === today.slice(0, 4);
    return isThisYear
      ? format.dateTime(instant, 'day', { timeZone })
      : format.dateTime(instant, { ...DAY_WITH_YEAR, timeZone });
  }
}

/** A zone by its city: the part that people know. */
export const cityOf = (timeZone: string): string =>
  timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
