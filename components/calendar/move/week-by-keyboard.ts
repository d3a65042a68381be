import { cellBeside } from './cells';
import type { Carried, Carry, Desk } from './desk';
import { keepKeys } from './keep-keys';
import { pickUpInWeek } from './week-carry';

/** Carries a visit by keys: arrows lead to days and providers, with Shift to earlier and later times. */
export function carryInWeekByKeyboard(desk: Desk, carried: Carried): Carry {
  const carry = pickUpInWeek(desk, carried);
  const name = carried.card.appointment.patientName;

  function draw() {
    const cell = carry.cells().all[carry.cell()];
    if (!cell) return;
    const { isMirrored } = carry.cells();
    const x = isMirrored ? cell.left + cell.width - carry.element.offsetWidth : cell.left;
    carry.drawAt({ x: Math.max(0, x), y: cell.top + 4 });
    cell.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  draw();
  keepKeys({
    desk,
    carry,
    name,
    step({ key, shiftKey }) {
      if (!key.startsWith('Arrow')) return false;
      if (!shiftKey) carry.toCell(cellBeside(carry.cells(), carry.cell(), key));
      else if (key === 'ArrowDown' || key === 'ArrowUp') carry.toTime(key === 'ArrowDown' ? 1 : -1);
      draw();
      carry.say();
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
  };
}
