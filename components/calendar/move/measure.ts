import { BOARD_MINUTES } from '../geometry';
import type { Scale } from './scale';

type Drawn = { stage: HTMLElement; columnCount: number; gridMinutes: number };

/** How the board of a day is drawn at this moment. */
export const scaleOf = ({ stage, columnCount, gridMinutes }: Drawn): Scale => ({
  pixelsPerMinute: stage.clientHeight / BOARD_MINUTES,
  columnWidth: stage.clientWidth / columnCount,
  columnCount,
  isMirrored: isMirrored(stage),
  gridMinutes,
});

export const isMirrored = (element: HTMLElement): boolean => getComputedStyle(element).direction === 'rtl';
