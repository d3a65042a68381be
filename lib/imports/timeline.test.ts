import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timeline } from './timeline';

describe('the time that rows of a file take', () => {
  it('is free on both sides of a visit, to the moment', () => {
    const timeline = new Timeline();
    timeline.add('nora', { line: 2, from: 10, to: 20 });
    expect(timeline.overlapOf('nora', 0, 10)).toBeNull();
    expect(timeline.overlapOf('nora', 20, 30)).toBeNull();
    expect(timeline.overlapOf('nora', 0, 11)?.line).toBe(2);
    expect(timeline.overlapOf('nora', 19, 30)?.line).toBe(2);
    expect(timeline.overlapOf('nora', 12, 13)?.line).toBe(2);
    expect(timeline.overlapOf('omar', 12, 13)).toBeNull();
  });

  it('finds an overlap exactly when one of all the visits overlaps', () => {
    const span = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 60 }), (spans) => {
        const timeline = new Timeline();
        const taken: { from: number; to: number }[] = [];
        for (const [line, [from, length]] of spans.entries()) {
          const to = from + length;
          const expected = taken.some((other) => other.from < to && from < other.to);
          const found = timeline.overlapOf('nora', from, to);
          expect(found !== null).toBe(expected);
          if (found) continue;
          timeline.add('nora', { line, from, to });
          taken.push({ from, to });
        }
      }),
    );
  });
});
