import { usePathname } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { useIsOffline } from '@/components/ui/connection';

/** A page that is there sooner is not announced: its skeleton would only flash. */
const SLOW_AFTER_MS = 300;

let shown: string | null = null;
let awaited: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function wait(path: string | null): void {
  clearTimeout(timer);
  awaited = path;
  for (const listener of listeners) listener();
}

/** A page was asked for, by a link, a key or the browser's own buttons. */
export function awaitPage(address: string): void {
  wait(null);
  const { pathname } = new URL(address, location.href);
  if (pathname === shown) return;
  timer = setTimeout(() => wait(pathname), SLOW_AFTER_MS);
}

function come(path: string): void {
  shown = path;
  wait(null);
}

/** The path that somebody has been waiting for, for a while by now; null where the page at hand is all there will be. */
export function useAwaited(): string | null {
  const path = useSyncExternalStore(
    subscribe,
    () => awaited,
    () => null,
  );
  const isOffline = useIsOffline();
  return isOffline ? null : path;
}

/** Ends the waiting when a page has come: called once, where all pages are shown. */
export function useArrivals(): void {
  const path = usePathname();
  useEffect(() => come(path), [path]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
