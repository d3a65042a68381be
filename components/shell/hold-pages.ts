import { untilReachable } from '@/components/ui/connection';

/** After as many answers lost while the server can be reached, the browser is left to load the page itself. */
const MOST_TRIES = 3;

/**
 * Makes a page that is asked for without a connection wait until there is one. Next.js would leave the page for
 * the browser's own error page, and what was typed with it; every link, key and refresh asks through `fetch`, so
 * this is the one place where all of them can be held. (`experimental.useOffline` would hold actions as well and
 * send them again without end: a save tells that it waits, and how long.)
 */
export function holdPagesWhileOffline(): () => void {
  const original = window.fetch;
  const held: typeof fetch = async (input, init) => {
    if (!asksForPage(init)) return original(input, init);
    for (let tries = 1; ; tries++) {
      try {
        return await original(input, init);
      } catch (error) {
        if (init?.signal?.aborted || tries === MOST_TRIES) throw error;
        await untilReachable();
      }
    }
  };
  window.fetch = held;
  return () => {
    // Whoever has wrapped it since keeps what they have.
    if (window.fetch === held) window.fetch = original;
  };
}

/** A page or a part of it that somebody waits for; what is only fetched ahead may fail. */
function asksForPage(init: RequestInit | undefined): boolean {
  if (init?.method !== undefined && init.method !== 'GET') return false;
  const headers = new Headers(init?.headers);
  return headers.has('rsc') && !headers.has('next-router-prefetch');
}
