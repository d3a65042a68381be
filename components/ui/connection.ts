import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/*
 * Whether the server can be reached. Nobody asks while all is well: a request that got no answer says so here,
 * or the browser does, and then it is asked until it answers. What a device says of its network alone is too
 * little: it has one that leads nowhere, too.
 */
const PATH = '/api/health';
const ANSWERS_WITHIN_MS = 5_000;
const ASK_AGAIN_AFTER_MS = [500, 1_000, 2_000, 4_000];

let lost: Promise<void> | null = null;
let saidHere: string | null = null;
const listeners = new Set<() => void>();

/** Resolves once the server answers: at once while it does. For whoever had no answer. */
export async function untilReachable(): Promise<void> {
  if (lost === null && (await isReachable())) return;
  await askUntilBack();
}

/** Whether the server answers now; that it does not is told to everybody. */
export async function isReachable(): Promise<boolean> {
  const isThere = await answers();
  if (!isThere) void askUntilBack();
  return isThere;
}

export const useIsOffline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => lost !== null,
    () => false,
  );

/** What being cut off means for the page that is open: it stands in the one notice there is. */
export function useSayOffline(words: string | null): void {
  useEffect(() => {
    if (words === null) return;
    saidHere = words;
    tell();
    return () => {
      saidHere = null;
      tell();
    };
  }, [words]);
}

export const useSaidOffline = (): string | null =>
  useSyncExternalStore(
    subscribe,
    () => saidHere,
    () => null,
  );

/**
 * Asks again by itself what was lost on the way, once the server can be reached: for what is only read, and for a
 * change that is done once however often it is sent. Where the server answers and this one request is lost all the
 * same, it is for the person to try again.
 */
export function useAskAgain(loss: object | null, again: () => void): void {
  const askAgain = useEffectEvent(again);
  useEffect(() => {
    if (loss === null) return;
    const leaving = new AbortController();
    const goOn = async () => {
      if (await isReachable()) return;
      await untilReachable();
      if (!leaving.signal.aborted) askAgain();
    };
    void goOn();
    return () => leaving.abort();
  }, [loss]);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('offline', askUntilBack);
  listeners.add(listener);
  // The device may have lost its network before anybody listened.
  if (!navigator.onLine) void askUntilBack();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('offline', askUntilBack);
  };
}

function askUntilBack(): Promise<void> {
  if (lost !== null) return lost;
  lost = ask().finally(() => {
    lost = null;
    tell();
  });
  tell();
  return lost;
}

async function ask(): Promise<void> {
  for (let tries = 0; !(await answers()); tries++) {
    await pause(ASK_AGAIN_AFTER_MS[tries] ?? ASK_AGAIN_AFTER_MS.at(-1));
  }
}

/** Any answer will do, also that something is wrong there: then the page itself has better words. */
const answers = (): Promise<boolean> =>
  fetch(PATH, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) }).then(
    () => true,
    () => false,
  );

/** Ends early when the device has a network again. */
function pause(milliseconds: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
  });
}

function tell(): void {
  for (const listener of listeners) listener();
}
