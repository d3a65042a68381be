import type { KeyboardEvent } from 'react';

/**
 * Arrow keys between the cells of a grid, as in a spreadsheet: up and down keep the column and pass
 * over rows without cells, start and end leave a text only at its edge, Ctrl with Home or End leads to
 * the first or last row. Alt with an arrow is left to the box, which opens its list. Cells carry
 * `data-row` and `data-column`.
 */
export function moveBetweenCells(event: KeyboardEvent<HTMLElement>): HTMLElement | null {
  const cell = event.target;
  if (!(cell instanceof HTMLElement) || cell.dataset.row === undefined || event.altKey) return null;
  const next = event.ctrlKey || event.metaKey ? cellAtEnd(event, cell) : nextCell(event, cell);
  if (!next) return null;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return next;
}

/** The number of the session whose cell it is. */
export function rowOf(target: EventTarget | null): number | null {
  const row = target instanceof HTMLElement ? target.dataset.row : undefined;
  return row === undefined ? null : Number(row);
}

function cellAtEnd(event: KeyboardEvent<HTMLElement>, cell: HTMLElement): HTMLElement | undefined {
  if (event.key !== 'Home' && event.key !== 'End') return undefined;
  return cellsOf(event, `[data-column="${cell.dataset.column}"]`).at(event.key === 'Home' ? 0 : -1);
}

const cellsOf = ({ currentTarget }: KeyboardEvent<HTMLElement>, selector: string): HTMLElement[] => [
  ...currentTarget.querySelectorAll<HTMLElement>(selector),
];

function nextCell(event: KeyboardEvent<HTMLElement>, cell: HTMLElement): HTMLElement | undefined {
  const { row, column } = cell.dataset;
  const step = stepOf(event, cell);
  if (!step) return undefined;
  const line = cellsOf(event, step.along === 'column' ? `[data-column="${column}"]` : `[data-row="${row}"]`);
  return line[line.indexOf(cell) + step.by];
}

function stepOf(event: KeyboardEvent, cell: HTMLElement): { along: 'row' | 'column'; by: 1 | -1 } | null {
  const forward = getComputedStyle(cell).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  switch (event.key) {
    case 'ArrowUp':
      return { along: 'column', by: -1 };
    case 'ArrowDown':
      return { along: 'column', by: 1 };
    case 'ArrowLeft':
    case 'ArrowRight':
      if (
        event.shiftKey ||
        (cell instanceof HTMLInputElement && cell.type === 'text' && !isAtEdge(cell, event.key))
      ) {
        return null;
      }
      return { along: 'row', by: event.key === forward ? 1 : -1 };
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
