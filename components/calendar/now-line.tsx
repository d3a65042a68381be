import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { timeOfMinute } from '@/lib/time/local-time';
import { BOARD_MINUTES, tall } from './geometry';

const LOOK_EVERY_MS = 10_000;

/**
 * The present moment. The server says which minute it is at the clinic; from there the line only counts, so
 * that a wrong clock or another time zone on this computer does no harm.
 */
export function NowLine({ minute, hasClock }: { minute: number; hasClock: boolean }) {
  const t = useTranslations('calendar');
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(
      () => setPassed(Math.floor((performance.now() - began) / 60_000)),
      LOOK_EVERY_MS,
    );
    return () => clearInterval(timer);
  }, []);
  const present = minute + passed;
  if (present >= BOARD_MINUTES) return null;
  const time = timeOfMinute(present);
  return (
    <div
      className="absolute inset-x-0 h-0 border-t-2 border-accent"
      style={{ insetBlockStart: tall(present) }}
    >
      <span className="sr-only">{t('now', { time })}</span>
      {hasClock ? (
        <span
          aria-hidden
          className="sticky start-1 float-start -mt-[9px] rounded-full bg-accent px-1.5 text-xs leading-4 font-medium text-accent-on"
        >
          {time}
        </span>
      ) : (
        <span
          aria-hidden
          className="absolute start-0 -top-[5px] size-2 -translate-x-1/2 rounded-full bg-accent rtl:translate-x-1/2"
        />
      )}
    </div>
  );
}
