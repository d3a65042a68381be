'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from 'react';
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
  const armed = useRef<{ done: Undoable; until: number; toastId: string }>(null);
  const toasts = useRef(0);

  const arm = useCallback(
    (done: Undoable, { message, until }: { message: string; until: number }) => {
      if (armed.current) void dismissToast(armed.current.toastId);
      // An id of its own: a second try must not go with the toast of the first, which is still fading.
      const toastId = `undo-${++toasts.current}`;
      armed.current = { done, until, toastId };
      void showToast({
        id: toastId,
        message,
        undoLabel: label,
        onUndo: () => void takeBack.current(done.changeId),
        durationMilliseconds: shownMilliseconds,
      });
    },
    [label],
  );

  const takeBack = useRef(async (_changeId: string): Promise<void> => {});
  useEffect(() => {
    takeBack.current = async (changeId) => {
      const latest = armed.current;
      // A second press while the first is under way finds nothing armed.
      if (latest?.done.changeId !== changeId || Date.now() > latest.until) return;
      armed.current = null;
      void dismissToast(latest.toastId);
      const outcome = await undo(latest.done);
      if (outcome.isWorthAnotherTry && !armed.current) arm(latest.done, { ...latest, ...outcome });
      else void showToast({ message: outcome.message });
    };
  }, [undo, arm]);

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (!isUndoKey(event) || event.repeat || event.defaultPrevented || isTyping(event.target)) return;
      if (!armed.current || Date.now() > armed.current.until) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      event.preventDefault();
      void takeBack.current(armed.current.done.changeId);
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);

  const value = useMemo<Undo>(
    () => ({
      offer: (done) => arm(done, { message: done.message, until: Date.now() + windowMilliseconds }),
    }),
    [arm, windowMilliseconds],
  );
  return <UndoContext value={value}>{children}</UndoContext>;
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
