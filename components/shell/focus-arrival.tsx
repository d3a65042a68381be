'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where a key has led to another page and taken along what had the focus, the focus goes to where that page
 * begins, which also tells a screen reader where one is. What still has the focus, such as a place in the
 * navigation, keeps it; a mouse or a finger needs none.
 */
export function FocusArrival() {
  const path = usePathname();
  const query = useSearchParams().toString();
  const seen = useRef({ path, query });
  const last = useRef<'keydown' | 'pointerdown' | null>(null);

  useEffect(
    () =>
      listen(
        ({ type }) => {
          last.current = type === 'keydown' ? type : 'pointerdown';
        },
        ['keydown', 'pointerdown'],
      ),
    [],
  );
  useHeir(last);

  useEffect(() => {
    const before = seen.current;
    if (before.path === path && before.query === query) return;
    seen.current = { path, query };
    // A key that makes the page come alive is over before anything here can hear it; but an address may also
    // complete itself, and then nobody has done anything.
    const isByKey = last.current === 'keydown' || (last.current === null && before.path !== path);
    return isByKey ? keepAtBeginning() : undefined;
  }, [path, query]);

  return null;
}

const FOCUSABLE = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]';

/** What a key has done may remove what had the focus: then the nearest thing that is left around it inherits it. */
function useHeir(last: RefObject<'keydown' | 'pointerdown' | null>): void {
  useEffect(() => {
    let around: Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      // What is around every page is nobody's heir: with another page its first link would be.
      const page = document.querySelector('[data-page]');
      if (!(target instanceof Element) || !page?.contains(target)) return;
      around = [];
      for (let each: Element | null = target; each && each !== page; each = each.parentElement) {
        around.push(each);
      }
    };
    const observer = new MutationObserver(() => {
      const [lost] = around;
      if (!lost || lost.isConnected || last.current !== 'keydown') return;
      if (document.activeElement !== document.body) return;
      const left = around.find(({ isConnected }) => isConnected);
      around = [];
      left?.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [last]);
}

/** Back to the first field of the form that is open already, filled in or not. */
export function focusFirstField(): void {
  const field = document.querySelector<HTMLElement>('#content form :is(input, select)');
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}

/** The first field of a form that is marked to be, else the title. */
function focusBeginning(): void {
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
