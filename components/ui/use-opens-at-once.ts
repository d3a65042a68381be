import { useState } from 'react';

/**
 * For what comes after its button was pressed: the button that was pressed is gone, this one takes the focus, so
 * that it has it again when all is closed, and opens.
 */
export function useOpensAtOnce() {
  const [isOpen, setOpen] = useState(false);
  const [hasOpened, setHasOpened] = useState(false);
  function openFirst() {
    if (hasOpened) return;
    setHasOpened(true);
    setOpen(true);
  }
  return {
    trigger: { isOpen, onOpenChange: setOpen },
    button: { autoFocus: true, onFocus: openFirst },
  };
}
