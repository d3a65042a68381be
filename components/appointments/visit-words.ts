import { useFormatter, useNow, useTranslations } from 'next-intl';
import { localDateOf } from '@/lib/time/wall-clock';

interface Span {
  start: number;
  end: number;
}

/** A day is said with its year where that is not this year. */
function useYearOption(timeZone: string): (instant: number) => { year: 'numeric' } | undefined {
  const now = useNow().getTime();
  const yearOf = (instant: number) => localDateOf(instant, timeZone).slice(0, 4);
  return (instant) => (yearOf(instant) === yearOf(now) ? undefined : { year: 'numeric' });
}

/** How a visit's time is said on the clinic's clock: "Sun 3 Jan, 09:00 – 09:45". */
export function useSpanWords(timeZone: string): (span: Span) => string {
  const t = useTranslations('appointment');
  const format = useFormatter();
  const yearOption = useYearOption(timeZone);
  return ({ start, end }) =>
    t('span', {
      day: format.dateTime(start, 'day', { timeZone, ...yearOption(start) }),
      from: format.dateTime(start, 'time', { timeZone }),
      to: format.dateTime(end, 'time', { timeZone }),
    });
}

/** When a visit begins, on the clinic's clock: "Sun 3 Jan, 09:00". */
export function useStartWords(timeZone: string): (instant: number) => string {
  const format = useFormatter();
  const yearOption = useYearOption(timeZone);
  return (instant) => format.dateTime(instant, 'visit', { timeZone, ...yearOption(instant) });
}
