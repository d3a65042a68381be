import { type RefObject, useEffect, useState } from 'react';
import { numeralOf } from './numeral';

const LONGEST_TOLD = 20;

/**
 * Writes the plain numeral into the box before anybody else hears of the key press, so that a form that
 * reads itself on every input never sees anything else. What is no number leaves the box as it stood, and is
 * told until the field is left.
 */
export function useNumeralsOnly(input: RefObject<HTMLInputElement | null>, standing: string) {
  const [leftOut, setLeftOut] = useState('');
  useEffect(() => {
    const box = input.current;
    // Goes past React's own setter, which would otherwise think that nothing has changed.
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    function tidy(this: HTMLInputElement, event: Event) {
      const numeral = numeralOf(this.value);
      if (numeral === this.value) return;
      if (numeral !== null) return write?.call(this, numeral);
      const typed = event instanceof InputEvent && event.data ? event.data : this.value;
      setLeftOut(typed.trim().slice(0, LONGEST_TOLD));
      const caret = (this.selectionStart ?? 0) - (this.value.length - standing.length);
      write?.call(this, standing);
      this.setSelectionRange(Math.max(0, caret), Math.max(0, caret));
    }
    box?.addEventListener('input', tidy);
    return () => box?.removeEventListener('input', tidy);
  }, [input, standing]);
  return { leftOut, onBlur: () => setLeftOut('') };
}
