import { cellBeside } from './cells';
import type { Carried, Carry, Desk } from './desk';
import { keepKeys } from './keep-keys';
import { pickUpInWeek } from './week-carry';

/** Carries a visit by keys: arrows lead to days and providers, with Shift to earlier and later times. */
export function carryInWeekByKeyboard(desk: Desk, carried: Carried): Carry {
  const carry = pickUpInWeek(desk, carried);
  const name = carried.card.appointment.patientName;

  function place() {
    const cell = carry.cells().all[carry.cell()];
    if (!cell) return;
    const { isMirrored } = carry.cells();
    const x = isMirrored ? cell.left + cell.width - carry.element.offsetWidth : cell.left;
    carry.drawAt({ x: Math.max(0, x), y: cell.top + 4 });
  }
  function draw() {
    place();
    carry.cells().all[carry.cell()]?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  /** Goes where a key leads; what to say when it leads nowhere. */
  function go(key: string, isWithShift: boolean): string | null {
    if (!isWithShift) {
      const next = cellBeside(carry.cells(), carry.cell(), key);
      if (next === carry.cell()) return desk.words.noFurther();
      carry.toCell(next);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const direction = key === 'ArrowDown' ? 1 : -1;
      if (carry.toTime(direction) === 'none') return desk.words.noOtherTime(direction);
    }
    return null;
  }
  draw();
  keepKeys({
    desk,
    carry,
    name,
    step({ key, shiftKey }) {
      if (!key.startsWith('Arrow')) return false;
      const nowhere = go(key, shiftKey);
      draw();
      if (nowhere === null) carry.say();
      else desk.speak(nowhere);
      return true;
    },
  });
  desk.speak(desk.words.pickedInWeek(name));
  return {
    ...carry,
    rebase() {
      carry.rebase();
      draw();
    },
    refresh() {
      carry.refresh();
      place();
    },
  };
}
