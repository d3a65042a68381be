const FAR_PX = 4;
/** A finger is never quite still. */
const FAR_FOR_TOUCH_PX = 10;
const LONG_PRESS_MS = 400;

/**
 * Waits until a press is meant to take something in hand: a mouse that moves, or a finger that stays. A finger
 * that moves at once wants to scroll, a press that ends is a press: neither is told.
 */
export function recogniseHold(event: PointerEvent, onHeld: (point: { x: number; y: number }) => void): void {
  const wait = new AbortController();
  const listen = { signal: wait.signal };
  const isMouse = event.pointerType === 'mouse';
  const grip = { x: event.clientX, y: event.clientY };
  const held = () => {
    stop();
    onHeld(grip);
  };
  const timer = isMouse ? undefined : setTimeout(held, LONG_PRESS_MS);
  function stop() {
    clearTimeout(timer);
    wait.abort();
  }
  addEventListener(
    'pointermove',
    (move) => {
      const isFar =
        Math.hypot(move.clientX - grip.x, move.clientY - grip.y) > (isMouse ? FAR_PX : FAR_FOR_TOUCH_PX);
      if (!isFar) return;
      if (isMouse) held();
      else stop();
    },
    listen,
  );
  addEventListener('pointerup', stop, listen);
  addEventListener('pointercancel', stop, listen);
}
