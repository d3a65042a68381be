import { cellAt } from './cells';
import type { Carry, Desk, Hold } from './desk';
import { followPointer } from './follow';
import { shownOf } from './measure';
import { pickUpInWeek } from './week-carry';

const HEAD_PX = 60;
const GUTTER_PX = 144;
/** The line hangs a little below the pointer, so that the cell can be seen. */
const BESIDE_PX = 8;

/** Carries a visit under the pointer from cell to cell until it is let go. */
export function carryInWeekByPointer(desk: Desk, { carried, now }: Hold): Carry {
  const carry = pickUpInWeek(desk, carried);
  const { isMirrored } = carry.cells();
  const width = carry.element.offsetWidth;
  const stop = followPointer({
    frame: desk.frame,
    window: {
      box: shownOf(desk.frame),
      headPx: HEAD_PX,
      gutterPx: GUTTER_PX,
      isMirrored,
    },
    from: now,
    follow(at) {
      const stage = desk.stage.getBoundingClientRect();
      const point = { x: at.x - stage.left, y: at.y - stage.top };
      const cell = cellAt(carry.cells(), point);
      if (cell !== null) carry.toCell(cell);
      const beside = isMirrored ? -width - BESIDE_PX : BESIDE_PX;
      const x = Math.min(Math.max(0, point.x + beside), stage.width - width);
      carry.drawAt({ x, y: point.y + BESIDE_PX });
    },
    drop: carry.drop,
    giveUp: () => desk.putBack(null),
  });
  return {
    ...carry,
    end() {
      stop();
      carry.end();
    },
  };
}
