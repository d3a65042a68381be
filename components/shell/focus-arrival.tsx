'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * Where a key has led to another page and taken along what had the focus, the focus goes to where that page
 * begins, which also tells a screen reader where one is. What still has the focus, such as a place in the
 * navigation, keeps it; a mouse or a finger needs none.
 */
export function FocusArrival() {
  const path = usePathname();
  const seen = useRef(path);
  // A key that makes the page come alive is over before anything here can hear it.
  const isByKey = useRef(true);

  useEffect(() => {
    const come = (event: Event) => {
      isByKey.current = event.type === 'keydown';
    };
    return listen(come, ['keydown', 'pointerdown']);
  }, []);

  useEffect(() => {
    if (seen.current === path) return;
    seen.current = path;
    return isByKey.current ? keepAtBeginning() : undefined;
  }, [path]);

  return null;
}

/** The first field of a form that is marked to be, else the title. */
export function focusBeginning(): void {
  const content = document.getElementById('content');
  const field = content?.querySelector<HTMLElement>('[data-begins] :is(input, select)');
  const title = content?.querySelector<HTMLElement>('h1');
  if (title && !field) title.tabIndex = -1;
  (field ?? title)?.focus({ preventScroll: true });
}

/** A page comes in parts, and a skeleton goes again with its title: until the next key, what has come last counts. */
function keepAtBeginning(): () => void {
  const seek = () => {
    if (document.activeElement === document.body) focusBeginning();
  };
  const observer = new MutationObserver(seek);
  const content = document.getElementById('content');
  if (content) observer.observe(content, { childList: true, subtree: true });
  seek();
  const end = () => {
    observer.disconnect();
    forget();
  };
  const forget = listen(end, ['keydown', 'pointerdown']);
  return end;
}

function listen(what: (event: Event) => void, events: readonly ('keydown' | 'pointerdown')[]): () => void {
  for (const event of events) document.addEventListener(event, what, { capture: true });
  return () => {
    for (const event of events) document.removeEventListener(event, what, { capture: true });
  };
}
