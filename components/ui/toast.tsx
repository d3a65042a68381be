'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';

/*
 * Most visits never see a toast, so its code comes with the first one. A live region must also be on
 * the page before the words are put into it, or a screen reader stays silent: hence the wait.
 */
const Toaster = lazy(() => import('./toaster'));

let isWanted = false;
const listeners = new Set<() => void>();
let markReady: () => void = () => {};
const ready = new Promise<void>((resolve) => {
  markReady = resolve;
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Put once into the layout. */
export function Toasts({ label, closeLabel }: { label: string; closeLabel: string }) {
  const isShown = useSyncExternalStore(
    subscribe,
    () => isWanted,
    () => false,
  );
  if (!isShown) return null;
  return (
    <Suspense>
      <Toaster label={label} closeLabel={closeLabel} onReady={markReady} />
    </Suspense>
  );
}

type ToastText = {
  /** To dismiss it by. */
  id?: string;
  message: string;
  undoLabel?: string;
  onUndo?: () => void;
  durationMilliseconds?: number;
};

/** Says what was done. Never for a fault that needs an action: that belongs beside its cause. */
export async function showToast({
  id,
  message,
  undoLabel,
  onUndo,
  // Whoever may take it back is given the time to see that.
  durationMilliseconds = onUndo ? 12_000 : 6000,
}: ToastText): Promise<void> {
  isWanted = true;
  for (const listener of listeners) listener();
  const [{ toast }] = await Promise.all([import('sonner'), ready]);
  toast(message, {
    id,
    duration: durationMilliseconds,
    action: undoLabel && onUndo ? { label: undoLabel, onClick: onUndo } : undefined,
  });
}

/** Takes a toast away; one that is no longer there stays away. */
export async function dismissToast(id: string): Promise<void> {
  if (!isWanted) return;
  const [{ toast }] = await Promise.all([import('sonner'), ready]);
  toast.dismiss(id);
}
