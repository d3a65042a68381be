'use client';

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { type Arrival, useArrived } from './arrival';

type ShowLaterProps<P> = {
  of: Arrival<ComponentType<P>>;
  props: P;
  /** Stands there until the code has come. */
  coming?: ReactNode;
  /** What is said where the code cannot be fetched; a page without a connection stays as it is. */
  missing: (again: () => void) => ReactNode;
};

/** Shows a component as soon as its code is there. Unlike `lazy`, what could not be fetched is asked for again. */
export function ShowLater<P extends object>({ of, props, coming = null, missing }: ShowLaterProps<P>) {
  const Component = useArrived(of);
  const [isMissing, setMissing] = useState(false);
  const isWanted = Component === null && !isMissing;
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    of.load().catch(() => (isGone ? undefined : setMissing(true)));
    return () => {
      isGone = true;
    };
  }, [of, isWanted]);
  // oxlint-disable-next-line react/static-components -- its arrival keeps it, and always the same one
  if (Component) return <Component {...props} />;
  return isMissing ? missing(() => setMissing(false)) : coming;
}

const QUIET_MILLISECONDS = 2000;
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Whether somebody has moved, pressed or typed since the application was opened; from then on it stays true. */
let isSomebodyThere = false;

function whenSomebodyIsThere(tell: () => void): () => void {
  if (isSomebodyThere) {
    tell();
    return () => undefined;
  }
  const heard = new AbortController();
  for (const sign of SIGNS_OF_LIFE) {
    document.addEventListener(
      sign,
      () => {
        heard.abort();
        isSomebodyThere = true;
        tell();
      },
      { signal: heard.signal, passive: true },
    );
  }
  return () => heard.abort();
}

/**
 * Fetches the code once somebody works on the page and it has come to rest, so that it is there when the
 * connection is not. A page that is only looked at sends no more than what it shows.
 */
export function useSoon(parts: readonly Pick<Arrival<unknown>, 'reach'>[]): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = whenSomebodyIsThere(() => {
      timer = setTimeout(() => {
        for (const part of parts) part.reach();
      }, QUIET_MILLISECONDS);
    });
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, [parts]);
}
