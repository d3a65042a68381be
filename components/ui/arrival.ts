import { useSyncExternalStore } from 'react';

/** Something that is fetched when it is first reached for, and then there for everyone. */
export interface Arrival<T> {
  load: () => Promise<T>;
  /** Begins to fetch; without a network it is tried again the next time. */
  reach: () => void;
  now: () => T | null;
  subscribe: (tell: () => void) => () => void;
}

export function arrival<T>(fetch: () => Promise<T>): Arrival<T> {
  let arrived: T | null = null;
  let coming: Promise<T> | null = null;
  const waiting = new Set<() => void>();

  async function bring(): Promise<T> {
    try {
      arrived = await fetch();
    } catch (error) {
      coming = null;
      throw error;
    }
    for (const tell of waiting) tell();
    return arrived;
  }

  function load(): Promise<T> {
    coming ??= bring();
    return coming;
  }

  return {
    load,
    reach: () => void load().catch(() => null),
    now: () => arrived,
    subscribe(tell) {
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
  };
}

/** What has arrived, or null; the first drawing of a page is the server's, which has nothing. */
export const useArrived = <T>({ subscribe, now }: Arrival<T>): T | null =>
  useSyncExternalStore(subscribe, now, () => null);
