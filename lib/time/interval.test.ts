import { describe, expect, it } from 'vitest';
import {
  abuts,
  contains,
  encloses,
  intersection,
  isEmpty,
  overlaps,
  subtract,
  union,
} from '@/lib/time/interval';

const span = (from: number, to: number) => ({ from, to });

describe('half-open intervals', () => {
  it('do not overlap when they only touch', () => {
    expect(overlaps(span(1, 3), span(3, 5))).toBe(false);
    expect(abuts(span(1, 3), span(3, 5))).toBe(true);
    expect(overlaps(span(1, 4), span(3, 5))).toBe(true);
    expect(overlaps(span(1, 5), span(3, 3))).toBe(false);
  });
  it('hold their first moment and not their last', () => {
    expect(contains(span(1, 3), 1)).toBe(true);
    expect(contains(span(1, 3), 3)).toBe(false);
    expect(encloses(span(1, 3), span(1, 3))).toBe(true);
    expect(encloses(span(1, 3), span(1, 4))).toBe(false);
    expect(isEmpty(span(3, 3))).toBe(true);
  });
  it('share their intersection', () => {
    expect(intersection(span(1, 4), span(3, 5))).toEqual(span(3, 4));
    expect(intersection(span(1, 3), span(3, 5))).toBeNull();
  });
  it('join where they overlap or touch', () => {
    expect(union([span(5, 6), span(1, 2), span(2, 3), span(2, 2)])).toEqual([span(1, 3), span(5, 6)]);
    expect(union([])).toEqual([]);
  });
  it('keep what is not taken', () => {
    expect(subtract([span(0, 10)], [span(2, 3), span(5, 7)])).toEqual([span(0, 2), span(3, 5), span(7, 10)]);
    expect(subtract([span(0, 10)], [span(-5, 20)])).toEqual([]);
    expect(subtract([span(0, 4), span(6, 9)], [span(3, 7)])).toEqual([span(0, 3), span(7, 9)]);
  });
});
