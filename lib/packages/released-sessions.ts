import type { HistoryRow } from '@/db/reads/package-history';

/** The numbers of the sessions whose visit went last, and not because its making was taken back. */
export function releasedSessions(newestFirst: readonly HistoryRow[]): ReadonlySet<number> {
  const last = new Map<number, HistoryRow>();
  for (const row of newestFirst) {
    const { record, sessionNumber: number } = row;
    if (record === 'session' && number !== null && touchesVisit(row) && !last.has(number))
      last.set(number, row);
  }
  return new Set([...last].filter(([, row]) => isReleased(row)).map(([number]) => number));
}

const touchesVisit = ({ before, after }: HistoryRow) =>
  [before, after].some((values) => values !== null && 'appointment_id' in values);

const isReleased = ({ before, after, action }: HistoryRow) =>
  typeof before?.appointment_id === 'string' && after?.appointment_id === null && action !== 'undo';
