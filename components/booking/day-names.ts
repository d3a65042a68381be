import { useFormatter } from 'next-intl';

/** A Sunday; the days after it are the other weekdays. */
const SOME_SUNDAY = Date.UTC(2027, 0, 3);
const DAY = 86_400_000;

/** The names of a weekday, 0 = Sunday, in the user's language. */
export function useDays(): (weekday: number) => { short: string; brief: string; long: string } {
  const format = useFormatter();
  return (weekday) => {
    const day = new Date(SOME_SUNDAY + weekday * DAY);
    return {
      short: format.dateTime(day, { weekday: 'narrow', timeZone: 'UTC' }),
      brief: format.dateTime(day, { weekday: 'short', timeZone: 'UTC' }),
      long: format.dateTime(day, { weekday: 'long', timeZone: 'UTC' }),
    };
  };
}
