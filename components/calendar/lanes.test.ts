import { describe, expect, it } from 'vitest';
import { assignLanes } from './lanes';

const lanesOf = (...cards: [from: number, to: number][]) =>
  assignLanes(cards.map(([from, to]) => ({ from, to }))).map(({ lane, lanes }) => `${lane}/${lanes}`);

describe('cards on the board', () => {
  it('have the whole width when alone, and when one ends where the next begins', () => {
    expect(lanesOf([540, 585], [585, 630], [700, 745])).toEqual(['0/1', '0/1', '0/1']);
  });

  it('stand side by side when they share time', () => {
    expect(lanesOf([540, 600], [555, 615])).toEqual(['0/2', '1/2']);
  });

  it('share their width with all that touch, directly or through a third', () => {
    expect(lanesOf([540, 600], [570, 660], [600, 640], [700, 745])).toEqual(['0/2', '1/2', '0/2', '0/1']);
  });

  it('take a lane each when all begin at once', () => {
    expect(lanesOf([540, 600], [540, 600], [540, 600])).toEqual(['0/3', '1/3', '2/3']);
  });

  it('leave room for the least height of a very short one', () => {
    expect(lanesOf([540, 545], [550, 600])).toEqual(['0/2', '1/2']);
    expect(lanesOf([540, 545], [555, 600])).toEqual(['0/1', '0/1']);
  });

  it('are none on an empty day', () => {
    expect(lanesOf()).toEqual([]);
  });
});
