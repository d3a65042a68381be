import { pickUp } from './carry';
import type { BoardDesk, Carry, Hold } from './desk';
import type { Point } from './edges';
import { followPointer } from './follow';
import { shownOf } from './measure';
import { columnAt, endingAt, minuteAt, onBoard } from './scale';

const HEAD_PX = 44;
const GUTTER_PX = 56;

/** Carries a visit under the pointer until it is let go. */
export function carryByPointer(desk: BoardDesk, { carried, grip, now, how }: Hold): Carry {
  const carry = pickUp(desk, carried);
  // The board is measured once for the columns that it has; only what scrolls is asked for anew.
  let scale = desk.scale();
  const from = carry.place();
  const stageNow = () => desk.stage.getBoundingClientRect();
  /** How far below the card's upper edge it is held. */
  const held = grip.y - stageNow().top - from.minute * scale.pixelsPerMinute;

  function follow(at: Point) {
    const stage = stageNow();
    const [x, y] = [at.x - stage.left, at.y - stage.top];
    if (how === 'resize') {
      const below = held - from.durationMinutes * scale.pixelsPerMinute;
      carry.moveTo(endingAt(scale, from, minuteAt(scale, y - below)));
    } else {
      const minute = minuteAt(scale, y - held);
      carry.moveTo(onBoard(scale, { ...carry.place(), column: columnAt(scale, x), minute }));
    }
  }

  const stop = followPointer({
    frame: desk.frame,
    window: {
      box: shownOf(desk.frame),
      headPx: HEAD_PX,
      gutterPx: GUTTER_PX,
      isMirrored: scale.isMirrored,
    },
    from: now,
    follow,
    drop: carry.drop,
    giveUp: () => desk.putBack(null),
  });
  return {
    ...carry,
    rebase() {
      scale = desk.scale();
      carry.rebase();
    },
    end() {
      stop();
      carry.end();
    },
  };
}
