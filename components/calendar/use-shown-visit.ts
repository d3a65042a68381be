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
      beginWithColumn(link);
    }
  }, [visit, within]);
}

/** Lets a whole column stand first, so that no names are cut, unless the visit's own would be; all are equally wide. */
function beginWithColumn(link: HTMLElement): void {
  const board = link.closest<HTMLElement>('[data-board]');
  const column = link.closest('[data-track], [data-cell]');
  const width = column?.getBoundingClientRect().width ?? 0;
  if (!board || !column || width === 0) return;
  const at = Math.abs(board.scrollLeft);
  const whole = Math.floor((board.scrollWidth - board.clientWidth) / width);
  const side = Math.sign(board.scrollLeft); // below zero where one reads from the right
  board.scrollLeft = side * width * Math.min(whole, Math.round(at / width));
  const [own, shown] = [column.getBoundingClientRect(), board.getBoundingClientRect()];
  if (own.right > shown.right || own.left < shown.left) board.scrollLeft = side * board.scrollWidth;
}
