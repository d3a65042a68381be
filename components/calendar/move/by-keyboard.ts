import { type Carry, pickUp } from './carry';
import type { Carried, Desk } from './desk';
import { stepped } from './scale';

/**
 * Carries a visit by keys. What is carried takes the focus as a thing with keys of its own, so that a screen
 * reader hands them on; each step is said.
 */
export function carryByKeyboard(desk: Desk, carried: Carried): Carry {
  const carry = pickUp(desk, carried);
  const { element } = carry;
  const name = carried.card.appointment.patientName;
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', desk.words.label(name));
  element.classList.add('pointer-events-auto');
  element.focus({ preventScroll: true });
  desk.speak(desk.words.picked(name));

  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isHandled = handle(event);
    // Whatever is pressed while carrying is not meant for the page behind.
    if (isHandled || event.key.length === 1) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  // Leaving it by Tab or a press elsewhere is giving up; turning to another day is not.
  element.addEventListener('blur', () => {
    setTimeout(() => {
      if (!element.isConnected || element.dataset.state === 'proposed') return;
      if (document.activeElement === document.body) element.focus({ preventScroll: true });
      else if (document.activeElement !== element) desk.putBack(null);
    });
  });

  function handle(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') {
      desk.putBack(null);
      return true;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      const refusal = carry.refusal();
      if (refusal !== null) desk.speak(refusal);
      else {
        element.dataset.state = 'proposed';
        carry.drop();
      }
      return true;
    }
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      desk.turn(event.key === 'PageDown' ? 1 : -1);
      return true;
    }
    const next = stepped(desk.scale(), carry.place(), event);
    if (!next) return false;
    carry.moveTo(next);
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    carry.say();
    return true;
  }
  return carry;
}
