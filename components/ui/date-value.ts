import { type CalendarDate, parseDate, parseTime, type Time } from '@internationalized/date';

/** 'YYYY-MM-DD' as the widgets want it; nothing when it is not a date. */
export function calendarDateOf(text: string | null | undefined): CalendarDate | null {
  if (!text) return null;
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}

/** 'HH:MM' as the widgets want it; nothing when it is not a time. */
export function timeOf(text: string | null | undefined): Time | null {
  if (!text) return null;
  try {
    return parseTime(text);
  } catch {
    return null;
  }
}

export function timeText(time: { hour: number; minute: number }): string {
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}
