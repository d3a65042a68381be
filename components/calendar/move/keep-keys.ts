import type { Desk, Droppable } from './desk';

interface Kept {
  desk: Desk;
  carry: Droppable;
  /** Whose visit it is. */
  name: string;
  /** What any other key does; whether it was for the visit. */
  step: (event: KeyboardEvent) => boolean;
}

/**
 * Lets keys carry a visit: what is carried takes the focus as a thing with keys of its own, so that a screen
 * reader hands them on.
 */
export function keepKeys({ desk, carry, name, step }: Kept): void {
  const { element } = carry;
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', desk.words.label(name));
  element.classList.add('pointer-events-auto');
  element.focus({ preventScroll: true });

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
      desk.turnBack();
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
    return step(event);
  }
}
