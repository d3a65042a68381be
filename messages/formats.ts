import type { Formats } from 'next-intl';

/** How dates and times are said: `format.dateTime(instant, 'visit')`, always with the clinic's `timeZone`. */
export const formats = {
  dateTime: {
    /** 09:00 */
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    /** Sun 3 Jan */
    day: { weekday: 'short', day: 'numeric', month: 'short' },
    /** Sunday 3 January 2027 */
    fullDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    /** Sun 3 Jan, 09:00 */
    visit: {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
    /** 3 Jan 2027 */
    date: { day: 'numeric', month: 'short', year: 'numeric' },
    /** January 2027 */
    month: { month: 'long', year: 'numeric' },
    /** Sun */
    weekday: { weekday: 'short' },
  },
  number: {
    percent: { style: 'percent', maximumFractionDigits: 0 },
  },
} as const satisfies Formats;
