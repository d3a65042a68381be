import { describe, expect, it } from 'vitest';
import { pullAtEdges, type Window, withinScreen } from './edges';

/** A board from 100 to 900 across and 50 to 650 down; its head is 40 high, its gutter 60 wide. */
const board = (isMirrored = false): Window => ({
  box: { left: 100, right: 900, top: 50, bottom: 650 },
  headPx: 40,
  gutterPx: 60,
  isMirrored,
});
const MIDDLE = { x: 500, y: 300 };
const STILL = { across: 0, down: 0 };

describe('the edges of a board', () => {
  it('leave it where it is for a hand in the middle', () => {
    expect(pullAtEdges(board(), { x: 400, y: 200 }, MIDDLE)).toEqual(STILL);
  });

  it('scroll it towards the hand, faster the nearer, and no faster beyond', () => {
    const down = (y: number) => pullAtEdges(board(), MIDDLE, { x: 500, y }).down;
    expect(down(603)).toBeGreaterThan(0);
    expect(down(640)).toBeGreaterThan(down(620));
    expect(down(620)).toBeGreaterThan(down(603));
    expect(down(900)).toBe(down(650));
    expect(pullAtEdges(board(), MIDDLE, { x: 500, y: 95 }).down).toBeLessThan(0);
    expect(pullAtEdges(board(), MIDDLE, { x: 895, y: 300 }).across).toBeGreaterThan(0);
    expect(pullAtEdges(board(), MIDDLE, { x: 165, y: 300 }).across).toBeLessThan(0);
  });

  it('do not pull at what was taken hold of beside them, until it is carried their way', () => {
    const low = { x: 500, y: 645 };
    expect(pullAtEdges(board(), low, low)).toEqual(STILL);
    expect(pullAtEdges(board(), low, { x: 500, y: 630 })).toEqual(STILL);
    expect(pullAtEdges(board(), low, { x: 500, y: 648 }).down).toBeGreaterThan(0);
  });

  it('begin behind the gutter, which stands on the right where one reads from there', () => {
    expect(pullAtEdges(board(true), MIDDLE, { x: 835, y: 300 }).across).toBeGreaterThan(0);
    expect(pullAtEdges(board(), MIDDLE, { x: 835, y: 300 })).toEqual(STILL);
  });

  it('are those of the screen where the board goes on beyond it', () => {
    const low = { ...board().box, bottom: 816 };
    const screen = { left: 0, right: 1024, top: 0, bottom: 768 };
    const pull = (box: Window['box']) => pullAtEdges({ ...board(), box }, MIDDLE, { x: 500, y: 760 });
    expect(pull(low)).toEqual(STILL);
    expect(withinScreen(low, screen)).toEqual({ ...low, bottom: 768 });
    expect(pull(withinScreen(low, screen)).down).toBeGreaterThan(0);
    expect(withinScreen(board().box, screen)).toEqual(board().box);
  });
});
