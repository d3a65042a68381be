/* Dates of the calendar, `YYYY-MM-DD`; weekdays as 0 = Sunday … 6 = Saturday. */
const DAY_MS = 86_400_000;

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The Monday of the week that lies so many weeks from now. */
export function mondayIn(weeks: number): string {
  const today = new Date().toISOString().slice(0, 10);
  const sinceMonday = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, 7 * weeks - sinceMonday);
}

/** The first `count` dates on these weekdays, beginning with `from`. */
export function datesOn(
  weekdays: readonly number[],
  { from, count }: { from: string; count: number },
): string[] {
  const dates: string[] = [];
  for (let date = from; dates.length < count; date = addDays(date, 1)) {
    if (weekdays.includes(new Date(`${date}T00:00Z`).getUTCDay())) dates.push(date);
  }
  return dates;
}

/** A time of day so many minutes later; never past midnight. */
export function addMinutes(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
