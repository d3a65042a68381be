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

/** Fetches the code when the page has come to rest, so that it is there when the connection is not. */
export function useSoon(parts: readonly Pick<Arrival<unknown>, 'reach'>[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of parts) part.reach();
    }, QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [parts]);
}
