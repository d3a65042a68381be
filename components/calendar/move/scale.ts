import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '@/lib/rules/visit-length';
import { BOARD_MINUTES } from '../geometry';

/** Where a visit stands on a board: in the how-manieth column, from which minute of the day, for how long. */
export interface Place {
  column: number;
  minute: number;
  durationMinutes: number;
}

/** How the board is drawn at this moment. All columns are equally wide. */
export interface Scale {
  pixelsPerMinute: number;
  columnWidth: number;
  columnCount: number;
  /** The first column is at the right. */
  isMirrored: boolean;
  gridMinutes: number;
}

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** The column under a pixel, counted from the left edge of the first drawn one; beyond the edges the last. */
export function columnAt(scale: Scale, x: number): number {
  const drawn = between(0, Math.floor(x / scale.columnWidth), scale.columnCount - 1);
  return scale.isMirrored ? scale.columnCount - 1 - drawn : drawn;
}

/** The left edge of a column in pixels. */
export function leftOf(scale: Scale, column: number): number {
  return (scale.isMirrored ? scale.columnCount - 1 - column : column) * scale.columnWidth;
}

/** The minute on the clinic's grid that is nearest to a pixel, counted from midnight at the top. */
export function minuteAt(scale: Scale, y: number): number {
  return Math.round(y / scale.pixelsPerMinute / scale.gridMinutes) * scale.gridMinutes;
}

/** The grid's last minute from which a visit still ends on its day. */
const lastStart = ({ gridMinutes }: Scale, durationMinutes: number) =>
  Math.max(0, Math.floor((BOARD_MINUTES - durationMinutes) / gridMinutes) * gridMinutes);

/** The nearest place on the board. */
export function onBoard(scale: Scale, { column, minute, durationMinutes }: Place): Place {
  return {
    column: between(0, column, scale.columnCount - 1),
    minute: between(0, minute, lastStart(scale, durationMinutes)),
    durationMinutes,
  };
}

/** The place with its end at a minute of the grid; never shorter than a step, nor than any visit may be. */
export function endingAt(scale: Scale, place: Place, endMinute: number): Place {
  const least = Math.max(SHORTEST_VISIT_MINUTES, scale.gridMinutes);
  const most = Math.min(LONGEST_VISIT_MINUTES, BOARD_MINUTES - place.minute);
  return { ...place, durationMinutes: between(least, endMinute - place.minute, most) };
}

type Press = { key: string; shiftKey: boolean };

/** Where a key leads: arrows by a step of the grid and by a column, with Shift up and down change the length. */
export function stepped(scale: Scale, place: Place, { key, shiftKey }: Press): Place | null {
  const step = scale.gridMinutes;
  const { minute, durationMinutes } = place;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const direction = key === 'ArrowDown' ? 1 : -1;
    if (shiftKey) return endingAt(scale, place, minute + durationMinutes + direction * step);
    // A visit off the grid comes onto it with the first step.
    const next = direction > 0 ? Math.floor(minute / step) + 1 : Math.ceil(minute / step) - 1;
    return onBoard(scale, { ...place, minute: next * step });
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const isForward = (key === 'ArrowRight') !== scale.isMirrored;
  return onBoard(scale, { ...place, column: place.column + (isForward ? 1 : -1) });
}

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.column === other.column && one.minute === other.minute && one.durationMinutes === other.durationMinutes;
