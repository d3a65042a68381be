import { type Carry, pickUp } from './carry';
import type { Carried, Desk } from './desk';
import { columnAt, endingAt, minuteAt, onBoard } from './scale';

/** So near to an edge the board begins to scroll, faster the nearer. */
const EDGE_PX = 48;
const FASTEST_PX = 18;
const HEADS_PX = 44;
const GUTTER_PX = 56;

type Point = { x: number; y: number };

/**
 * Carries a visit under the pointer until it is let go. Positions are computed once per frame from the last
 * point, so that many moves cost as much as one, and scrolling under a still finger carries it along.
 */
export function carryByPointer(
  desk: Desk,
  { carried, grip, now, how }: { carried: Carried; grip: Point; now: Point; how: 'move' | 'resize' },
): Carry {
  const carry = pickUp(desk, carried);
  const scale = desk.scale();
  const from = carry.place();
  let at = now;
  let frame = 0;
  /** How far below the card's upper edge it is held. */
  const held = yOf(grip) - from.minute * scale.pixelsPerMinute;
  const hold = new AbortController();
  const listen = { signal: hold.signal };

  function yOf({ y }: Point) {
    return y - desk.stage.getBoundingClientRect().top;
  }
  function follow() {
    scrollAtEdges(desk.frame, at);
    const stage = desk.stage.getBoundingClientRect();
    const [x, y] = [at.x - stage.left, at.y - stage.top];
    if (how === 'resize') {
      const below = held - from.durationMinutes * scale.pixelsPerMinute;
      carry.moveTo(endingAt(scale, from, minuteAt(scale, y - below)));
    } else {
      const minute = minuteAt(scale, y - held);
      carry.moveTo(onBoard(scale, { ...carry.place(), column: columnAt(scale, x), minute }));
    }
    frame = requestAnimationFrame(follow);
  }
  function stop() {
    cancelAnimationFrame(frame);
    hold.abort();
  }

  function giveUp() {
    stop();
    desk.putBack(null);
  }

  addEventListener('pointermove', (event) => (at = { x: event.clientX, y: event.clientY }), listen);
  addEventListener(
    'pointerup',
    () => {
      stop();
      carry.drop();
    },
    listen,
  );
  addEventListener('pointercancel', giveUp, listen);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      giveUp();
    },
    { ...listen, capture: true },
  );
  frame = requestAnimationFrame(follow);
  return {
    ...carry,
    end() {
      stop();
      carry.end();
    },
  };
}

function scrollAtEdges(frame: HTMLElement, { x, y }: Point): void {
  const box = frame.getBoundingClientRect();
  const isMirrored = getComputedStyle(frame).direction === 'rtl';
  const speed = (distance: number) =>
    distance >= EDGE_PX ? 0 : Math.ceil(Math.min(1, (EDGE_PX - distance) / EDGE_PX) * FASTEST_PX);
  const left = x - box.left - (isMirrored ? 0 : GUTTER_PX);
  const right = box.right - x - (isMirrored ? GUTTER_PX : 0);
  const across = speed(right) - speed(left);
  const down = speed(box.bottom - y) - speed(y - box.top - HEADS_PX);
  if (across !== 0 || down !== 0) frame.scrollBy(across, down);
}
