import { useEffect, useRef, useState } from 'react';

type Search<T> = {
  items: readonly T[];
  isLoading: boolean;
  hasFailed: boolean;
  run: (query: string) => void;
};

const pauseMilliseconds = 140;

/** Asks a little after the last key press, and never shows an older answer over a newer one. */
export function useSearch<T>(
  load: ((query: string, signal: AbortSignal) => Promise<readonly T[]>) | undefined,
): Search<T> {
  const [state, setState] = useState<Omit<Search<T>, 'run'>>({
    items: [],
    isLoading: false,
    hasFailed: false,
  });
  const current = useRef<AbortController>(null);

  useEffect(() => () => current.current?.abort(), []);

  async function run(query: string) {
    if (!load) return;
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setState((before) => ({ ...before, isLoading: true, hasFailed: false }));
    await new Promise((resolve) => setTimeout(resolve, query ? pauseMilliseconds : 0));
    if (controller.signal.aborted) return;
    try {
      const items = await load(query, controller.signal);
      if (!controller.signal.aborted) setState({ items, isLoading: false, hasFailed: false });
    } catch {
      if (!controller.signal.aborted) setState({ items: [], isLoading: false, hasFailed: true });
    }
  }

  return { ...state, run: (query) => void run(query) };
}
