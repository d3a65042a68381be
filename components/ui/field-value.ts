import { useState } from 'react';

type FieldValue<T> = { value: T; change: (next: T) => void; reset: () => void };

/** A value that its parent owns when it passes one, and that the control owns otherwise. */
export function useFieldValue<T>(
  controlled: T | undefined,
  initial: T,
  onChange: ((next: T) => void) | undefined,
): FieldValue<T> {
  const [own, setOwn] = useState(initial);
  return {
    value: controlled === undefined ? own : controlled,
    change: (next) => {
      setOwn(next);
      onChange?.(next);
    },
    reset: () => setOwn(initial),
  };
}
