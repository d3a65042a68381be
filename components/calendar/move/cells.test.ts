import { describe, expect, it } from 'vitest';
import { cellAt, cellBeside } from './cells';

/** Two providers, three days, cells of 100 by 50. */
const week = (isMirrored: boolean) => ({
  daysEach: 3,
  isMirrored,
  all: [0, 1].flatMap((row) =>
    [0, 1, 2].map((day) => ({
      left: (isMirrored ? 2 - day : day) * 100,
      top: row * 50,
      width: 100,
      height: 50,
    })),
  ),
});

describe('the cell under a point', () => {
  it('is of the day that is drawn there, in both directions of reading', () => {
    expect(cellAt(week(false), { x: 250, y: 60 })).toBe(5);
    expect(cellAt(week(true), { x: 250, y: 60 })).toBe(3);
  });

  it('ends where the next one begins, and is none beyond the last', () => {
    expect([99, 100].map((x) => cellAt(week(false), { x, y: 0 }))).toEqual([0, 1]);
    expect(cellAt(week(false), { x: 300, y: 0 })).toBeNull();
  });
});

describe('an arrow', () => {
  it('leads to the day that lies that way, and not beyond the week', () => {
    expect(cellBeside(week(false), 1, 'ArrowRight')).toBe(2);
    expect(cellBeside(week(true), 1, 'ArrowRight')).toBe(0);
    expect(cellBeside(week(false), 2, 'ArrowRight')).toBe(2);
    expect(cellBeside(week(false), 3, 'ArrowLeft')).toBe(3);
  });

  it('leads up and down to the same day of another provider', () => {
    expect(cellBeside(week(false), 1, 'ArrowDown')).toBe(4);
    expect(cellBeside(week(false), 4, 'ArrowDown')).toBe(4);
    expect(cellBeside(week(false), 4, 'ArrowUp')).toBe(1);
  });
});
