/** A wall-clock time without a zone, `HH:MM`, 00:00 to 23:59. `24:00` is only the end of a span. */
export type LocalTime = string;

const SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a time of day, 00:00 to 23:59. */
export function isLocalTime(text: string): text is LocalTime {
  return SHAPE.test(text);
}

/** Whether the text may end a span of a day: a time of day, or 24:00, the midnight after it. */
export function isEndOfSpan(text: string): text is LocalTime {
  return text === '24:00' || isLocalTime(text);
}

/** Minutes since local midnight: `09:30` is 570, `24:00` is 1440. */
export function minuteOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The wall-clock time of a minute of the day: 570 is `09:30`, 1440 is `24:00`. */
export function timeOfMinute(minute: number): LocalTime {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${hours}:${String(minute % 60).padStart(2, '0')}`;
}
