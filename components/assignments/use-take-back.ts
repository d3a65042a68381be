import { useEffect, useRef, useState } from 'react';
import {
  type AssignmentChange,
  assign,
  type RowsChange,
  type SessionProviders,
  takenBack,
} from './assignment';

interface TakeBack {
  /** Makes a change that can be taken back; never closes over anything that changes. */
  make: (change: AssignmentChange) => void;
  /** Takes the latest change back; null when there is none. */
  takeBack: (() => void) | null;
}

/** One press can fill a hundred rows, so there is a way back from it. What is typed as a note has its own. */
export function useTakeBack(
  rows: readonly SessionProviders[],
  { make, isFixed }: { make: (change: AssignmentChange) => void; isFixed: (number: number) => boolean },
): TakeBack {
  const [made, setMade] = useState<readonly RowsChange[]>([]);
  const now = useRef({ rows, make, isFixed });
  useEffect(() => {
    now.current = { rows, make, isFixed };
  });
  const [latest] = made.slice(-1);
  const [makeKept] = useState(() => (change: AssignmentChange) => {
    const { rows: before, make: makeNow, isFixed: isFixedNow } = now.current;
    const after = assign(before, change, isFixedNow);
    if (change.kind !== 'session' || change.to.providerIds) setMade((all) => [...all, { before, after }]);
    makeNow(change);
  });
  return {
    make: makeKept,
    takeBack: latest
      ? () => {
          setMade((all) => all.slice(0, -1));
          make({ kind: 'providers', perSession: takenBack(rows, latest) });
        }
      : null,
  };
}
