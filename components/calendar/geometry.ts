import type { MinuteSpan } from '@/lib/calendar/minutes-on-day';

/*
 * The board's scale. Everything on it is placed by minutes of the wall clock: the height of one minute is the
 * CSS length `--minute`, which the board sets once: on a desk a quarter of an hour is 24 pixels, the least
 * that may be asked of anyone to hit, and more under a finger. So a card costs no measuring, and moving one
 * means changing one number.
 */
export const BOARD_MINUTES = 1440;

/** So many minutes as a CSS length. */
export const tall = (minutes: number): string => `calc(var(--minute) * ${minutes})`;

/** Where a span of minutes stands in its column. */
export const placeOf = ({ from, to }: MinuteSpan) => ({
  insetBlockStart: tall(from),
  blockSize: tall(to - from),
});
