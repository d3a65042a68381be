'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { dismissToast, showToast } from './toast';

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
  const latestUndo = useRef(undo);
  useEffect(() => {
    latestUndo.current = undo;
  }, [undo]);

  const { offer, takeBackLatest } = useMemo(
    () => createWayBack({ undo: (done) => latestUndo.current(done), label, windowMilliseconds }),
    [label, windowMilliseconds],
  );

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (!isUndoKey(event) || event.repeat || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      if (takeBackLatest()) event.preventDefault();
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [takeBackLatest]);

  const value = useMemo<Undo>(() => ({ offer }), [offer]);
  return <UndoContext value={value}>{children}</UndoContext>;
}

type Armed = { done: Undoable; until: number; toastId: string };

/** Holds the one change that can be taken back at this moment. */
function createWayBack({ undo, label, windowMilliseconds }: Omit<UndoProviderProps, 'children'>) {
  let armed: Armed | null = null;
  let toasts = 0;

  function arm({ done, until }: Omit<Armed, 'toastId'>, message: string) {
    if (armed) void dismissToast(armed.toastId);
    // An id of its own: a second try must not go with the toast of the first, which is still fading.
    const one: Armed = { done, until, toastId: `undo-${++toasts}` };
    armed = one;
    void showToast({
      id: one.toastId,
      message,
      undoLabel: label,
      onUndo: () => void takeBack(one),
      durationMilliseconds: shownMilliseconds,
    });
  }

  async function takeBack(one: Armed) {
    // A second press while the first is under way finds nothing armed.
    if (armed !== one) return;
    armed = null;
    void dismissToast(one.toastId);
    const { message, isWorthAnotherTry } = await undo(one.done);
    if (isWorthAnotherTry && !armed) arm(one, message);
    else void showToast({ message });
  }

  return {
    offer: (done: Undoable) => arm({ done, until: Date.now() + windowMilliseconds }, done.message),
    /** Whether there was something to take back. */
    takeBackLatest: () => {
      if (!armed || Date.now() > armed.until) return false;
      void takeBack(armed);
      return true;
    },
  };
}

export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error('useUndo stands outside of UndoProvider.');
  return undo;
}

/** By its letter where the keyboard writes Latin ones, else by its place. */
function isUndoKey(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return false;
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === 'z' : event.code === 'KeyZ';
}

/** A field takes back letters of its own. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role=spinbutton]'))
  );
}
