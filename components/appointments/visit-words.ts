import { useFormatter } from 'next-intl';

interface Span {
  start: number;
  end: number;
}

/** How a visit's time is said on the clinic's clock: "Sun 3 Jan, 09:00 – 09:45". */
export function useSpanWords(timeZone: string): (span: Span) => string {
  const format = useFormatter();
  return ({ start, end }) =>
    `${format.dateTime(start, 'visit', { timeZone })} – ${format.dateTime(end, 'time', { timeZone })}`;
}
