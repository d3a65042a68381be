import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** What scrolls has to be reachable by keyboard, even where it holds no link. */
const reachable = { tabIndex: 0 };

type BoardFrameProps = { label: string; children: ReactNode; isMovable?: boolean };

/**
 * The window onto the board. It opens at the element marked `data-opens-here`, the first working hour, and
 * then stays where people leave it. Browsers that know `scroll-initial-target` are there before any script.
 */
export function BoardFrame({ label, children, isMovable = false }: BoardFrameProps) {
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const board = frame.current;
    const opening = board?.querySelector('[data-opens-here]');
    if (!board || !opening || board.scrollTop > 0) return;
    board.scrollTop = opening.getBoundingClientRect().top - board.getBoundingClientRect().top;
  }, []);
  return (
    <section
      ref={frame}
      {...reachable}
      aria-label={label}
      data-board
      data-movable={isMovable || undefined}
      // Relative, so that words that are only heard scroll with it instead of widening the page.
      className="relative isolate min-h-96 overflow-auto overscroll-contain rounded border border-hairline bg-paper transition-opacity [--minute:calc(96px/60)] group-has-data-pending/calendar:opacity-60 max-md:hidden coarse:[--minute:calc(104px/60)] print:hidden"
    >
      {children}
      <div aria-hidden className="hidden h-16 in-[:root:has([data-sonner-toast])]:block" />
    </section>
  );
}
