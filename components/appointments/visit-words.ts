import { useFormatter, useTranslations } from 'next-intl';

interface Span {
  start: number;
  end: number;
}

/** How a visit's time is said on the clinic's clock: "Sun 3 Jan, 09:00 – 09:45". */
export function useSpanWords(timeZone: string): (span: Span) => string {
  const t = useTranslations('appointment');
  const format = useFormatter();
  return ({ start, end }) =>
    t('span', {
      day: format.dateTime(start, 'day', { timeZone }),
      from: format.dateTime(start, 'time', { timeZone }),
      to: format.dateTime(end, 'time', { timeZone }),
    });
}
