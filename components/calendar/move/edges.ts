/** So near to an edge the board begins to scroll: slowly at first, so that one can stop where one wants to. */
const EDGE_PX = 48;
const FASTEST_PX = 18;

export type Point = { x: number; y: number };

export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** The window onto a board, and how much of it stays in sight: the heads above, and what is at the row's start. */
export interface Window {
  box: Box;
  headPx: number;
  gutterPx: number;
  isMirrored: boolean;
}

/** What of a board is on the screen: an edge beyond that is one that no finger comes near. */
export const withinScreen = (board: Box, screen: Box): Box => ({
  left: Math.max(board.left, screen.left),
  right: Math.min(board.right, screen.right),
  top: Math.max(board.top, screen.top),
  bottom: Math.min(board.bottom, screen.bottom),
});

/**
 * How far the board scrolls in this frame, for a hand near one of its edges. Who took hold of something there has not
 * asked for that yet: it scrolls only the way that the hand has gone since.
 */
export function pullAtEdges({ box, headPx, gutterPx, isMirrored }: Window, from: Point, { x, y }: Point) {
  const speed = (gone: number, distance: number) => {
    const near = Math.min(1, (EDGE_PX - distance) / EDGE_PX);
    return gone <= 0 || near <= 0 ? 0 : Math.ceil(near * near * FASTEST_PX);
  };
  const left = x - box.left - (isMirrored ? 0 : gutterPx);
  const right = box.right - x - (isMirrored ? gutterPx : 0);
  return {
    across: speed(x - from.x, right) - speed(from.x - x, left),
    down: speed(y - from.y, box.bottom - y) - speed(from.y - y, y - box.top - headPx),
  };
}
