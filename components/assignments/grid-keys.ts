import type { KeyboardEvent } from 'react';

/**
 * Arrow keys between the cells of a grid, as in a spreadsheet: up and down keep the column and pass over rows
 * without cells, start and end leave a text only at its edge. Alt with an arrow is left to the box, which opens
 * its list. Cells carry `data-row` and `data-column`.
 */
export function moveBetweenCells(event: KeyboardEvent<HTMLElement>): void {
  const cell = event.target;
  if (!(cell instanceof HTMLElement) || cell.dataset.row === undefined) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const next = nextCell(event, cell);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function nextCell(event: KeyboardEvent<HTMLElement>, cell: HTMLElement): HTMLElement | undefined {
  const { row, column } = cell.dataset;
  const step = stepOf(event, cell);
  if (!step) return undefined;
  const cells = event.currentTarget.querySelectorAll<HTMLElement>(
    step.along === 'column' ? `[data-column="${column}"]` : `[data-row="${row}"]`,
  );
  const line = [...cells];
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
