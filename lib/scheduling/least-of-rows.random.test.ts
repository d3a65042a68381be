import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeastOfRows } from '@/lib/scheduling/least-of-rows';
import { runs, SEED } from '@/lib/scheduling/testing/seed';

const WIDTH = 3;
const row = fc.record({
  columns: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: WIDTH, maxLength: WIDTH }),
  // Near each other, and as far apart as plans of another number of sessions are.
  addend: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-(2 ** 40), 2 ** 40)),
});

describe('the least of several rows', () => {
  it(`is that of every column, whichever rows were not read (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (rows) => {
        const offered = {
          above: Int32Array.from(
            rows.flatMap(({ columns }) => columns.map((each) => each - Math.min(...columns))),
          ),
          least: Float64Array.from(rows, ({ columns }) => Math.min(...columns)),
          most: Float64Array.from(rows, ({ columns }) => Math.max(...columns)),
        };
        const least = new LeastOfRows(WIDTH);
        least.clear();
        for (const [stand, { addend }] of rows.entries()) least.offer(offered, stand, addend);
        for (let column = 0; column < WIDTH; column++) {
          const expected = Math.min(...rows.map(({ columns, addend }) => (columns[column] ?? 0) + addend));
          expect((least.above[least.offset + column] ?? 0) + least.least).toBe(expected);
        }
      }),
      { seed: SEED, numRuns: runs(500) },
    );
  });
});
