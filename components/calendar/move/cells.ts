import type { Point } from './edges';
import { isMirrored } from './measure';

/** A cell of the week, and where it is drawn on the stage. */
interface Cell extends Box {
  element: HTMLElement;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The cells as they stand at this moment, row by row: of each provider a cell for each day. */
export interface Cells<C extends Box = Cell> {
  all: readonly C[];
  daysEach: number;
  isMirrored: boolean;
}

export function cellsOn(stage: HTMLElement, frame: HTMLElement): Cells {
  const origin = stage.getBoundingClientRect();
  const rows = [...frame.querySelectorAll<HTMLElement>('[data-row]')];
  const all = [...frame.querySelectorAll<HTMLElement>('[data-cell]')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { element, left: left - origin.left, top: top - origin.top, width, height };
  });
  return { all, daysEach: rows.length === 0 ? 0 : all.length / rows.length, isMirrored: isMirrored(frame) };
}

/** Which cell lies under a point of the stage; beyond them none. */
export const cellAt = ({ all }: Pick<Cells<Box>, 'all'>, { x, y }: Point): number | null => {
  const found = all.findIndex(
    ({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height,
  );
  return found === -1 ? null : found;
};

/** Where an arrow leads: to the next day that way, or to the provider above or below. */
export function cellBeside(
  { all, daysEach, isMirrored: isFromRight }: Cells<Box>,
  at: number,
  key: string,
): number {
  const day = at % daysEach;
  const next = (by: number) => (day + by >= 0 && day + by < daysEach ? at + by : at);
  const inRows = (to: number) => (to >= 0 && to < all.length ? to : at);
  if (key === 'ArrowUp') return inRows(at - daysEach);
  if (key === 'ArrowDown') return inRows(at + daysEach);
  if (key === 'ArrowRight') return next(isFromRight ? -1 : 1);
  return key === 'ArrowLeft' ? next(isFromRight ? 1 : -1) : at;
}
