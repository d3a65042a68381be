import { pickUp } from './carry';
import type { BoardDesk, Carried, Carry } from './desk';
import { keepKeys } from './keep-keys';
import { isSamePlace, stepped } from './scale';

/** Carries a visit by keys; each step is said. */
export function carryByKeyboard(desk: BoardDesk, carried: Carried): Carry {
  const carry = pickUp(desk, carried);
  const name = carried.card.appointment.patientName;
  keepKeys({
    desk,
    carry,
    name,
    step(event) {
      const next = stepped(desk.scale(), carry.place(), event);
      if (!next) return false;
      if (isSamePlace(next, carry.place())) {
        desk.speak(desk.words.noFurther());
        return true;
      }
      carry.moveTo(next);
      carry.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      carry.say();
      return true;
    },
  });
  desk.speak(desk.words.picked(name));
  return carry;
}
