import type { FeasibleDay } from '@/lib/calendar/feasibility';
import type { Carried, MoveColumn } from './desk';

/** Asks the server where a visit could stand on the board, and why not elsewhere. */
export async function askWhere(
  columns: readonly MoveColumn[],
  { carried, durationMinutes }: { carried: Carried; durationMinutes: number },
): Promise<readonly FeasibleDay[]> {
  const dates = columns.map(({ column }) => column.date).sort();
  const question = new URLSearchParams({
    appointment: carried.card.appointment.id,
    providers: [...new Set(columns.map(({ column }) => column.provider.id))].join(),
    from: dates[0] ?? carried.date,
    to: dates.at(-1) ?? carried.date,
    durationMinutes: String(durationMinutes),
  });
  const response = await fetch(`/api/calendar/feasibility?${question}`);
  if (!response.ok) throw new Error(`Asked where a visit could go: ${response.status}.`);
  const { days } = (await response.json()) as { days: FeasibleDay[] }; // as our own route answers
  return days;
}
