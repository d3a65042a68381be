import { usePathname } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { useIsOffline } from '@/components/ui/connection';

/** A page that is there sooner is not announced: its skeleton would only flash. */
const SLOW_AFTER_MS = 300;

let awaited: string | null = null;
const listeners = new Set<() => void>();

function wait(href: string | null): void {
  awaited = href;
  for (const listener of listeners) listener();
}

/** For a link that was pressed, as long as its page has not answered. */
export function useAwaiting(href: string, isPending: boolean): void {
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => wait(href), SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
      if (awaited === href) wait(null);
    };
  }, [href, isPending]);
}

/** Where somebody has been waiting to get, for a while by now; null where the page at hand is all there will be. */
export function useAwaited(): string | null {
  const href = useSyncExternalStore(
    subscribe,
    () => awaited,
    () => null,
  );
  const path = usePathname();
  const isOffline = useIsOffline();
  return isOffline || href === path ? null : href;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
