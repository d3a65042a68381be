import { BOARD_MINUTES } from '../geometry';
import { type Box, withinScreen } from './edges';
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

/** The part of a board that is on the screen now, also where the page is pinched or a keyboard lies over it. */
export function shownOf(frame: HTMLElement): Box {
  const { visualViewport } = window;
  const [left, top] = [visualViewport?.offsetLeft ?? 0, visualViewport?.offsetTop ?? 0];
  return withinScreen(frame.getBoundingClientRect(), {
    left,
    right: left + (visualViewport?.width ?? innerWidth),
    top,
    bottom: top + (visualViewport?.height ?? innerHeight),
  });
}
