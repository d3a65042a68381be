import type { KeyboardEvent } from 'react';

/**
 * Arrow keys between the cells of a grid, as in a spreadsheet: up and down keep the column, start and end
 * leave a text only at its edge. Alt with an arrow is left to the box, which opens its list. Cells carry
 * `data-row` and `data-column`.
 */
export function moveBetweenCells(event: KeyboardEvent<HTMLElement>): void {
  const cell = event.target;
  if (!(cell instanceof HTMLElement) || cell.dataset.row === undefined) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)];
  const to = { ...targetOf(event, cell) };
  if (to.rows === undefined && to.columns === undefined) return;
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-row="${row + (to.rows ?? 0)}"][data-column="${column + (to.columns ?? 0)}"]`,
  );
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function targetOf(event: KeyboardEvent, cell: HTMLElement): { rows?: number; columns?: number } | null {
  const forward = getComputedStyle(cell).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  switch (event.key) {
    case 'ArrowUp':
      return { rows: -1 };
    case 'ArrowDown':
      return { rows: 1 };
    case 'ArrowLeft':
    case 'ArrowRight':
      if (
        event.shiftKey ||
        (cell instanceof HTMLInputElement && cell.type === 'text' && !isAtEdge(cell, event.key))
      ) {
        return null;
      }
      return { columns: event.key === forward ? 1 : -1 };
    default:
      return null;
  }
}

/** The text ends where the key points: an empty text ends everywhere. */
function isAtEdge(box: HTMLInputElement, key: string): boolean {
  const isRightToLeft = getComputedStyle(box).direction === 'rtl';
  const isForward = (key === 'ArrowRight') !== isRightToLeft;
  return box.selectionStart === box.selectionEnd && box.selectionEnd === (isForward ? box.value.length : 0);
}
