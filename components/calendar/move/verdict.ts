import type { FeasibleDay } from '@/lib/calendar/feasibility';

/** What is known of a place: nothing yet, that it is free, or what speaks against it. */
export type Verdict =
  | { kind: 'unknown' }
  | { kind: 'free' }
  /** Wishes of the package only. */
  | { kind: 'unwished'; soft: readonly string[] }
  | { kind: 'blocked'; hard: readonly string[]; soft: readonly string[] };

type Asked = { providerId: string; date: string; minute: number };

/** The verdict of a start. A minute off the grid is judged with the step that it lies in. */
export function verdictAt(days: readonly FeasibleDay[] | null, asked: Asked): Verdict {
  const day = days?.find(({ providerId, date }) => providerId === asked.providerId && date === asked.date);
  if (!day) return { kind: 'unknown' };
  const span = day.blocked.find(({ from, to }) => from <= asked.minute && asked.minute < to);
  if (!span) return { kind: 'free' };
  const { hard, soft } = span;
  return hard.length > 0 ? { kind: 'blocked', hard, soft } : { kind: 'unwished', soft };
}

const TAKEN = ['provider_busy', 'patient_busy', 'no_room'];

/** Whether a place is only taken, so that it could be shared on purpose. */
export const isOnlyTaken = (codes: readonly string[]): boolean => codes.every((code) => TAKEN.includes(code));
