import { useState } from 'react';

interface Kept<T> {
  of: (what: string) => T;
  keep: (what: string, entered: T) => void;
}

/**
 * What was entered in a dialog and not sent, by what the dialog is about. It outlives the dialog, not the page;
 * `nothing` is kept once it is sent or given up.
 */
export function useKept<T>(nothing: T): Kept<T> {
  const [kept, setKept] = useState<ReadonlyMap<string, T>>(new Map());
  return {
    of: (what) => kept.get(what) ?? nothing,
    keep: (what, entered) => setKept((now) => new Map(now).set(what, entered)),
  };
}
