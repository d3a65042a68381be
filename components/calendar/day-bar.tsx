import type { DayColumn } from '@/lib/calendar/day-column';
import { subtract, union } from '@/lib/time/interval';

/** The hours that a bar runs over, in minutes of the day. */
export type Hours = { from: number; to: number };

/** A day as a thin line of time, read like the text around it: filled where it is taken, a groove where it is free. */
export function DayBar({ column, hours }: { column: DayColumn; hours: Hours }) {
  const { works, cards, timeOff, elsewhere } = column;
  const taken = union([
    ...timeOff,
    ...elsewhere,
    ...cards.filter(({ appointment: { status } }) => status !== 'CANCELLED' && status !== 'NO_SHOW'),
  ]);
  const free = subtract(works, taken);
  return (
    <svg
      aria-hidden="true"
      viewBox={`${hours.from} 0 ${hours.to - hours.from} 1`}
      preserveAspectRatio="none"
      className="h-1.5 w-full rounded-full rtl:-scale-x-100"
    >
      {taken.map(({ from, to }) => (
        <rect key={from} x={from} y={0.15} width={to - from} height={0.7} className="fill-soft" />
      ))}
      {free.map(({ from, to }) => (
        <rect key={from} x={from} y={0.35} width={to - from} height={0.3} className="fill-ink/25" />
      ))}
    </svg>
  );
}
