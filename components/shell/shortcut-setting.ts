'use client';

import { useSyncExternalStore } from 'react';

/*
 * Keys such as `n` work without a modifier. Whoever speaks to the computer instead of typing sets
 * them off by accident, so they can be switched off; the choice stays on the device.
 */
const key = 'takt-shortcuts';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function areOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, areOn, () => true);
}

export function setShortcuts(choice: 'on' | 'off'): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // A browser without storage keeps the shortcuts on.
  }
  for (const listener of listeners) listener();
}
