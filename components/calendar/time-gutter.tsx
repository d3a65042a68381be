import { timeOfMinute } from '@/lib/time/local-time';
import { BOARD_MINUTES, tall } from './geometry';

const hours = Array.from({ length: 23 }, (_, hour) => hour + 1);

/** The hours of the wall clock, at the start of every row and always in sight. */
export function TimeGutter({ opensAt }: { opensAt: number }) {
  return (
    <div
      aria-hidden
      className="sticky start-0 z-20 col-start-1 row-start-2 -me-px border-e border-hairline bg-paper"
      style={{ blockSize: tall(BOARD_MINUTES) }}
    >
      <div
        data-opens-here
        // Above its hour by the height of the heads, which stay in sight.
        className="absolute -mt-11 h-px w-full [scroll-initial-target:nearest]"
        style={{ insetBlockStart: tall(opensAt) }}
      />
      {hours.map((hour) => (
        <span
          key={hour}
          className="absolute end-2 -translate-y-1/2 text-xs text-faint"
          style={{ insetBlockStart: tall(hour * 60) }}
        >
          {timeOfMinute(hour * 60)}
        </span>
      ))}
    </div>
  );
}
