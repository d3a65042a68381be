'use client';

import type { ReactNode } from 'react';
import { useArrivals, useAwaited } from './awaited-place';

/** What stands there while a page is slow to answer. */
export interface Outline {
  /** The paths of such pages. */
  of: RegExp;
  skeleton: ReactNode;
}

/**
 * The page; while another one is slow to answer, the skeleton of that one. The page itself stays behind it with
 * what was typed and how far it was scrolled: without a connection it is there again. (A `loading.tsx` would leave
 * it at once, and answer for a page that is forbidden or not there as if all were well.)
 */
export function PageContent({ outlines, children }: { outlines: readonly Outline[]; children: ReactNode }) {
  useArrivals();
  const awaited = useAwaited();
  const outline = awaited === null ? undefined : outlines.find(({ of }) => of.test(awaited));
  return (
    <>
      {/* Over the page, which keeps its height: the way back leads to where one had scrolled to. */}
      {outline ? <div className="sticky top-20 z-10 h-0">{outline.skeleton}</div> : null}
      <div data-page className={`contents ${outline ? 'invisible' : ''}`}>
        {children}
      </div>
    </>
  );
}
