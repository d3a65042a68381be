import { useSearchParams } from 'next/navigation';
import { type RefObject, useLayoutEffect } from 'react';

/**
 * An address may name the visit that somebody came for (`?visit=…`): the calendar opens where it is, on the board
 * and in the agenda alike, and it is marked as long as one stays.
 */
export function useShownVisit(within: RefObject<HTMLElement | null>): void {
  const visit = useSearchParams().get('visit');
  useLayoutEffect(() => {
    if (visit === null) return;
    const links = within.current?.querySelectorAll<HTMLElement>(
      `a[href="/appointments/${CSS.escape(visit)}"]`,
    );
    for (const link of links ?? []) {
      link.dataset.shown = '';
      // Of board and agenda one is hidden, and goes nowhere.
      link.scrollIntoView({ block: 'center', inline: 'center' });
    }
  }, [visit, within]);
}
