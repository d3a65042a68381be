'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { BOARD_MINUTES } from './geometry';

type BoardFrameProps = { label: string; firstMinute: number; children: ReactNode };

/** The window onto the board. It opens at the first working hour, and then stays where people leave it. */
export function BoardFrame({ label, firstMinute, children }: BoardFrameProps) {
  const frame = useRef<HTMLElement>(null);
  const opening = useRef(firstMinute);
  useLayoutEffect(() => {
    const board = frame.current;
    const track = board?.querySelector('[data-track]');
    if (board && track) board.scrollTop = (track.clientHeight / BOARD_MINUTES) * opening.current;
  }, []);
  return (
    <section
      ref={frame}
      // A scrolling region has to be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      aria-label={label}
      data-board
      className="max-h-[calc(100dvh-12.5rem)] min-h-96 overflow-auto overscroll-contain rounded border border-hairline bg-paper transition-opacity [--minute:calc(80px/60)] group-has-data-pending/calendar:opacity-60 max-md:hidden md:-mb-6 coarse:[--minute:calc(104px/60)] print:hidden"
    >
      {children}
    </section>
  );
}
