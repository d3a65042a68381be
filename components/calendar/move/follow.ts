import { type Point, pullAtEdges, type Window } from './edges';

interface Following {
  frame: HTMLElement;
  window: Window;
  from: Point;
  /** Where the hand is, once a frame at most. */
  follow: (at: Point) => void;
  drop: () => void;
  giveUp: () => void;
}

/**
 * Follows the pointer until it is let go; answers how to stop. Positions are told once per frame from the last
 * point, so that many moves cost as much as one, and scrolling under a still finger carries a visit along.
 */
export function followPointer({ frame, window, from, follow, drop, giveUp }: Following): () => void {
  let at = from;
  let next = requestAnimationFrame(step);
  const hold = new AbortController();
  const listen = { signal: hold.signal };
  function step() {
    const { across, down } = pullAtEdges(window, from, at);
    if (across !== 0 || down !== 0) frame.scrollBy(across, down);
    follow(at);
    next = requestAnimationFrame(step);
  }
  function stop() {
    cancelAnimationFrame(next);
    hold.abort();
  }
  const end = (how: () => void) => {
    stop();
    how();
  };
  addEventListener('pointermove', (event) => (at = { x: event.clientX, y: event.clientY }), listen);
  addEventListener('pointerup', () => end(drop), listen);
  addEventListener('pointercancel', () => end(giveUp), listen);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(giveUp);
    },
    { ...listen, capture: true },
  );
  return stop;
}
