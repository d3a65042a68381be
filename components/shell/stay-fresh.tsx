'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

type StayFreshProps = {
  /** A route that answers `{ revision }`, cheaply. */
  path: string;
  /** Of what is on the screen now. */
  revision: string;
};

const ASK_EVERY_MS = 5_000;
/** After this long without a key or a touch nobody is there: a screen left alone has to sign out. */
const AWAY_AFTER_MS = 10 * 60_000;

/**
 * Brings a page up to date while somebody is at it: asks for a revision every few seconds, and for the page
 * only when that has changed. What is half typed in it stays, since only what the server sent is replaced.
 */
export function StayFresh({ path, revision }: StayFreshProps) {
  const router = useRouter();

  useEffect(() => {
    const leaving = new AbortController();
    let lastSeen = performance.now();
    let isAsking = false;

    async function ask() {
      const isAway = performance.now() - lastSeen > AWAY_AFTER_MS;
      if (isAsking || isAway || document.visibilityState !== 'visible') return;
      isAsking = true;
      const answer = await revisionAt(path, leaving.signal);
      isAsking = false;
      if (answer !== null && answer !== revision && !leaving.signal.aborted) router.refresh();
    }
    function come() {
      const wasAway = performance.now() - lastSeen > AWAY_AFTER_MS;
      lastSeen = performance.now();
      if (wasAway) void ask();
    }
    const { signal } = leaving;
    for (const event of ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const) {
      document.addEventListener(event, come, { signal, passive: true });
    }
    document.addEventListener('visibilitychange', () => void ask(), { signal });
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [path, revision, router]);

  return null;
}

/** Null when the server could not be asked: the next time will do. */
async function revisionAt(path: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(path, { signal });
    if (!response.ok) return null;
    const answer: unknown = await response.json();
    const isRevision = typeof answer === 'object' && answer !== null && 'revision' in answer;
    return isRevision ? String(answer.revision) : null;
  } catch {
    return null;
  }
}
