/** So near to an edge the board begins to scroll, faster the nearer. */
const EDGE_PX = 48;
const FASTEST_PX = 18;

export type Point = { x: number; y: number };

/** The window onto a board, and how much of it stays in sight: the heads above, and what is at the row's start. */
export interface Window {
  box: DOMRect;
  headPx: number;
  gutterPx: number;
  isMirrored: boolean;
}

/** How far the board scrolls in this frame, for a hand near one of its edges. */
export function pullAtEdges({ box, headPx, gutterPx, isMirrored }: Window, { x, y }: Point) {
  const speed = (distance: number) =>
    distance >= EDGE_PX ? 0 : Math.ceil(Math.min(1, (EDGE_PX - distance) / EDGE_PX) * FASTEST_PX);
  const left = x - box.left - (isMirrored ? 0 : gutterPx);
  const right = box.right - x - (isMirrored ? gutterPx : 0);
  return { across: speed(right) - speed(left), down: speed(box.bottom - y) - speed(y - box.top - headPx) };
}
