'use client';

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A component whose code is fetched when it is wanted, or a little before. */
export interface Later<P> {
  /** Null while its code is not there. */
  present: () => ComponentType<P> | null;
  fetch: () => Promise<ComponentType<P>>;
}

/** Unlike `lazy`, what could not be fetched is asked for again, instead of failing for good. */
export function later<P>(load: () => Promise<ComponentType<P>>): Later<P> {
  let present: ComponentType<P> | null = null;
  let coming: Promise<ComponentType<P>> | null = null;
  async function fetch(): Promise<ComponentType<P>> {
    try {
      present = await load();
      return present;
    } finally {
      coming = null;
    }
  }
  return {
    present: () => present,
    fetch: () => {
      coming ??= fetch();
      return coming;
    },
  };
}

type ShowLaterProps<P> = {
  of: Later<P>;
  props: P;
  /** What is said where the code cannot be fetched; a page without a connection stays as it is. */
  missing: (again: () => void) => ReactNode;
};

/** Shows the component as soon as its code is there. */
export function ShowLater<P extends object>({ of, props, missing }: ShowLaterProps<P>) {
  const [Component, setComponent] = useState<ComponentType<P> | null>(of.present);
  const [isMissing, setMissing] = useState(false);
  const isWanted = Component === null && !isMissing;
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    of.fetch().then(
      (fetched) => (isGone ? undefined : setComponent(() => fetched)),
      () => (isGone ? undefined : setMissing(true)),
    );
    return () => {
      isGone = true;
    };
  }, [of, isWanted]);
  if (Component) return <Component {...props} />;
  return isMissing ? missing(() => setMissing(false)) : null;
}

const QUIET_MILLISECONDS = 2000;

/** Fetches the code when the page has come to rest, so that it is there when the connection is not. */
export function useSoon(parts: readonly { fetch: () => Promise<unknown> }[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // Without a connection it is asked for again when it is wanted.
      for (const part of parts) part.fetch().catch(() => undefined);
    }, QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [parts]);
}
