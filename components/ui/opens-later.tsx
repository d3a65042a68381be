'use client';

import { type ReactNode, Suspense, useState } from 'react';

type OpensLaterProps = {
  /** What it is called, where its content does not say so. */
  label?: string;
  hasPopup: 'menu' | 'dialog';
  className: string;
  isDisabled?: boolean;
  /** Fetches the code of what opens; called with the first sign of interest. */
  load: () => unknown;
  /** The button and what it opens, which takes over the focus and opens at once. */
  opened: ReactNode;
  /** What stands on the button. */
  children: ReactNode;
};

/** A button that says what it opens before the code of that is there. */
export function OpensLater({
  label,
  hasPopup,
  className,
  isDisabled,
  load,
  opened,
  children,
}: OpensLaterProps) {
  const [isWanted, setWanted] = useState(false);
  const open = () => setWanted(true);
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-haspopup={hasPopup}
      aria-expanded={isWanted}
      disabled={isDisabled}
      className={className}
      onPointerEnter={load}
      onFocus={load}
      onClick={open}
      onKeyDown={(event) => {
        if (hasPopup !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
        event.preventDefault();
        open();
      }}
    >
      {children}
    </button>
  );
  return isWanted ? <Suspense fallback={button}>{opened}</Suspense> : button;
}
