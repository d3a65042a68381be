'use client';

import type { ReactNode } from 'react';
import { useAwaited } from './awaited-place';
import type { Place } from './navigation';

/**
 * The page; while another place is slow to answer, the skeleton of that one. The page itself stays behind it with
 * what was typed and how far it was scrolled: without a connection it is there again. (A `loading.tsx` would leave
 * it at once, and answer for a page that is forbidden or not there as if all were well.)
 */
export function PageContent({ places, children }: { places: readonly Place[]; children: ReactNode }) {
  const awaited = useAwaited();
  const place = places.find(({ href }) => (href as string) === awaited);
  return (
    <>
      {place?.skeleton}
      <div data-page className={place ? 'invisible h-0 overflow-hidden' : 'contents'}>
        {children}
      </div>
    </>
  );
}
