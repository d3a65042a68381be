import { describe, expect, it } from 'vitest';
import { columnAt, endingAt, leftOf, minuteAt, onBoard, type Place, type Scale, stepped } from './scale';

/** Four columns of 200 pixels, an hour of 96. */
const board: Scale = {
  pixelsPerMinute: 1.6,
  columnWidth: 200,
  columnCount: 4,
  isMirrored: false,
  gridMinutes: 15,
};
const mirrored = { ...board, isMirrored: true };
const nine: Place = { column: 1, minute: 540, durationMinutes: 45 };

describe('a pixel of the board', () => {
  it('lies in the column that is drawn there', () => {
    expect([0, 199, 200, 799].map((x) => columnAt(board, x))).toEqual([0, 0, 1, 3]);
    expect([0, 199, 200, 799].map((x) => columnAt(mirrored, x))).toEqual([3, 3, 2, 0]);
  });

  it('beyond the edge belongs to the last column', () => {
    expect([columnAt(board, -50), columnAt(board, 5000)]).toEqual([0, 3]);
  });

  it('of a column’s left edge is found again, in both directions', () => {
    for (const scale of [board, mirrored]) {
      for (const column of [0, 1, 2, 3]) expect(columnAt(scale, leftOf(scale, column))).toBe(column);
    }
  });

  it('is the nearest minute of the grid', () => {
    expect(minuteAt(board, 540 * 1.6)).toBe(540);
    expect(minuteAt(board, 547 * 1.6)).toBe(540);
    expect(minuteAt(board, 548 * 1.6)).toBe(555);
  });
});

describe('a place', () => {
  it('ends on its day', () => {
    expect(onBoard(board, { ...nine, minute: 1440 }).minute).toBe(1395);
    expect(onBoard(board, { ...nine, minute: -30 }).minute).toBe(0);
    expect(onBoard(board, { ...nine, durationMinutes: 50, minute: 1440 }).minute).toBe(1380);
  });

  it('is at least a step long, and at most eight hours', () => {
    expect(endingAt(board, nine, 500).durationMinutes).toBe(15);
    expect(endingAt(board, nine, 600).durationMinutes).toBe(60);
    expect(endingAt(board, nine, 1440).durationMinutes).toBe(480);
    expect(endingAt(board, { ...nine, minute: 1410 }, 1500).durationMinutes).toBe(30);
  });
});

describe('a key', () => {
  const press = (key: string, { scale = board, place = nine, shiftKey = false } = {}) =>
    stepped(scale, place, { key, shiftKey });

  it('moves by a step of the grid', () => {
    expect(press('ArrowDown')?.minute).toBe(555);
    expect(press('ArrowUp')?.minute).toBe(525);
  });

  it('brings a visit off the grid onto it', () => {
    const place = { ...nine, minute: 550 };
    expect(press('ArrowDown', { place })?.minute).toBe(555);
    expect(press('ArrowUp', { place })?.minute).toBe(540);
  });

  it('moves to the column that lies that way, in both directions of reading', () => {
    expect(press('ArrowRight')?.column).toBe(2);
    expect(press('ArrowRight', { scale: mirrored })?.column).toBe(0);
    expect(press('ArrowRight', { place: { ...nine, column: 3 } })?.column).toBe(3);
  });

  it('changes the length with Shift', () => {
    expect(press('ArrowDown', { shiftKey: true })?.durationMinutes).toBe(60);
    expect(press('ArrowUp', { shiftKey: true })?.durationMinutes).toBe(30);
  });

  it('of another kind leads nowhere', () => {
    expect(press('a')).toBeNull();
  });
});
