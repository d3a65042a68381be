'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { dismissToast, showToast } from './toast';
import { isTyping, isUndoKey } from './typing';

/** Something done that can be taken back: how it was told, and its name for the server. */
export interface Undoable {
  message: string;
  changeId: string;
}

/** What became of taking it back, in words; what may still succeed is worth another try. */
export interface UndoOutcome {
  message: string;
  isWorthAnotherTry: boolean;
}

interface Undo {
  /** Says what was done, with a way back. Only the latest change has one. */
  offer: (done: Undoable) => void;
}

const UndoContext = createContext<Undo | null>(null);

type UndoProviderProps = {
  /** Takes the change back; never throws. */
  undo: (done: Undoable) => Promise<UndoOutcome>;
  /** On the button of the toast. */
  label: string;
  /** After this long nothing is offered any more. */
  windowMilliseconds: number;
  children: ReactNode;
};

const shownMilliseconds = 12_000;

export function UndoProvider({ undo, label, windowMilliseconds, children }: UndoProviderProps) {
  const [wayBack] = useState(createWayBack);

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      // A field takes back letters of its own.
      if (!isUndoKey(event) || event.repeat || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      if (wayBack.takeBackLatest()) event.preventDefault();
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [wayBack]);

  const value = useMemo<Undo>(
    () => ({
      offer: (done) => wayBack.arm({ done, undo, label, until: Date.now() + windowMilliseconds }),
    }),
    [wayBack, undo, label, windowMilliseconds],
  );
  return <UndoContext value={value}>{children}</UndoContext>;
}

type Armed = Pick<UndoProviderProps, 'undo' | 'label'> & { done: Undoable; until: number };

/** Holds the one change that can be taken back at this moment. */
function createWayBack() {
  let armed: (Armed & { toastId: string }) | null = null;
  let toasts = 0;

  function arm(what: Armed, message = what.done.message) {
    if (armed) void dismissToast(armed.toastId);
    // An id of its own: a second try must not go with the toast of the first, which is still fading.
    const one = { ...what, toastId: `undo-${++toasts}` };
    armed = one;
    void showToast({
      id: one.toastId,
      message,
      undoLabel: one.label,
      onUndo: () => {
        // A second press while the first is under way finds nothing armed.
        if (armed === one) takeBackLatest();
      },
      durationMilliseconds: shownMilliseconds,
    });
  }

  /** Whether there was something to take back. */
  function takeBackLatest(): boolean {
    if (!armed || Date.now() > armed.until) return false;
    const one = armed;
    armed = null;
    void dismissToast(one.toastId);
    void takeBack(one);
    return true;
  }

  async function takeBack(one: Armed) {
    const { message, isWorthAnotherTry } = await one.undo(one.done);
    if (isWorthAnotherTry && !armed) arm(one, message);
    else void showToast({ message });
  }

  return { arm, takeBackLatest };
}

export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error('useUndo stands outside of UndoProvider.');
  return undo;
}
