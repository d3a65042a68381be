import { useEffect, useState } from 'react';

/** What is typed for a field before the field is there; until then no key means anything else. */
export function useEarlyTyping({
  isWaiting,
  onGiveUp,
}: {
  isWaiting: boolean;
  onGiveUp: () => void;
}): string {
  const [typed, setTyped] = useState('');
  const [wasWaiting, setWasWaiting] = useState(isWaiting);
  if (isWaiting !== wasWaiting) {
    setWasWaiting(isWaiting);
    if (isWaiting) setTyped('');
  }

  useEffect(() => {
    if (!isWaiting) return;
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') onGiveUp();
      else if (event.key === 'Backspace') setTyped((before) => before.slice(0, -1));
      else if (event.key.length === 1) setTyped((before) => before + event.key);
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Before the page itself hears it.
    window.addEventListener('keydown', handleKey, { capture: true });
    return () => window.removeEventListener('keydown', handleKey, { capture: true });
  }, [isWaiting, onGiveUp]);
  return typed;
}
