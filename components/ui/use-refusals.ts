import { type RefObject, useEffect, useState } from 'react';

/** In a field of several parts it is the first part that takes the focus. */
const FAULTY = ':is(input, select, textarea, [tabindex="0"])[aria-invalid=true]:not(:disabled)';

interface Refusals {
  /** Sent at least once as it could not be: from then on what is missing is told at the fields. */
  isTried: boolean;
  /** It was refused: the first field that says why gets the focus, as soon as it says so. */
  refuse: () => void;
}

/** For a short form without a summary: whoever sends it in vain stands at what is to be mended. */
export function useRefusals(form: RefObject<HTMLFormElement | null>): Refusals {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count === 0) return;
    const field = form.current?.querySelector<HTMLElement>(FAULTY);
    field?.focus({ preventScroll: true });
    // In the middle: the buttons of a dialog may lie over its last lines.
    field?.scrollIntoView({ block: 'center' });
  }, [count, form]);
  return { isTried: count > 0, refuse: () => setCount((before) => before + 1) };
}
