import { type RefObject, useEffect, useRef } from 'react';

/** Runs when the form around an input is reset, after the new defaults have arrived. */
export function useFormReset(
  input: RefObject<HTMLInputElement | null>,
  onReset: (() => void) | undefined,
): void {
  const latest = useRef(onReset);

  useEffect(() => {
    latest.current = onReset;
  }, [onReset]);

  useEffect(() => {
    const form = input.current?.form;
    if (!form) return;
    // React resets a form in the very commit that brings the new defaults: look a moment later.
    const handleReset = () => queueMicrotask(() => latest.current?.());
    form.addEventListener('reset', handleReset);
    return () => form.removeEventListener('reset', handleReset);
  }, [input]);
}
