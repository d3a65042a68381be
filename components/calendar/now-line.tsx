import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { timeOfMinute } from '@/lib/time/local-time';
import { BOARD_MINUTES } from './geometry';

const LOOK_EVERY_MS = 10_000;

/**
 * The present minute of the day that is shown, or null. The server says which one it is at the clinic; from there it
 * is only counted, so that a wrong clock or another time zone on this computer does no harm.
 */
export function usePresentMinute(minute: number | null): number | null {
  const [counted, setCounted] = useState({ minute, passed: 0 });
  useEffect(() => {
    if (minute === null) return;
    const began = performance.now();
    const timer = setInterval(() => {
      const passed = Math.floor((performance.now() - began) / 60_000);
      // The same value draws nothing anew.
      setCounted((last) => (last.minute === minute && last.passed === passed ? last : { minute, passed }));
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [minute]);
  if (minute === null) return null;
  const present = minute + (counted.minute === minute ? counted.passed : 0);
  return present < BOARD_MINUTES ? present : null;
}

/** Where the board says how far down the present minute is. */
const AT_NOW = { insetBlockStart: 'var(--now)' };

/** The present moment in a column: below its visits, which it would strike through. */
export function NowLine() {
  return (
    <div
      aria-hidden
      data-now
      className="pointer-events-none absolute inset-x-0 border-t-2 border-accent"
      style={AT_NOW}
    />
  );
}

/** Where the line begins: with the clock's time beside the hours, or as a dot at the edge of its one column. */
export function NowMark({ minute, hasClock }: { minute: number; hasClock: boolean }) {
  const t = useTranslations('calendar');
  const time = timeOfMinute(minute);
  return (
    <div className={`absolute inset-x-0 ${hasClock ? 'border-t-2 border-accent' : ''}`} style={AT_NOW}>
      <span className="sr-only">{t('now', { time })}</span>
      {hasClock ? (
        <span
          aria-hidden
          className="absolute start-1 -top-[9px] rounded-full bg-accent px-1.5 text-xs leading-4 font-medium text-accent-on"
        >
          {time}
        </span>
      ) : (
        <span aria-hidden className="absolute start-0 -top-[3px] size-2 rounded-full bg-accent" />
      )}
    </div>
  );
}
