import type { Weights } from '@/lib/scheduling/instance';
import type { Grid } from '@/lib/scheduling/start-table';

/**
 * Turns a row of values, one per (minute, provider), into what they are worth seen from each (minute,
 * provider): the least of value + clock * minutes apart + change if the provider differs. In place, starting
 * at `offset`. The two costs are separate, so minutes are closed first and providers after; for minutes the
 * classic distance transform (Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions",
 * 2012) needs one pass up and one down: a neighbour already knows the best of everything beyond it.
 */
export function closeRow(row: Float64Array, offset: number, grid: Grid, weights: Weights): void {
  const { minuteOfColumn, providerColumns: providers } = grid;
  const minutes = minuteOfColumn.length;
  if (grid.width === 1) return;

  for (let m = 1; m < minutes; m++) {
    const step = weights.clock * ((minuteOfColumn[m] ?? 0) - (minuteOfColumn[m - 1] ?? 0));
    const end = offset + (m + 1) * providers;
    for (let at = end - providers; at < end; at++) {
      const value = (row[at - providers] ?? 0) + step;
      if (value < (row[at] ?? 0)) row[at] = value;
    }
  }
  for (let m = minutes - 2; m >= 0; m--) {
    const step = weights.clock * ((minuteOfColumn[m + 1] ?? 0) - (minuteOfColumn[m] ?? 0));
    const end = offset + (m + 1) * providers;
    for (let at = end - providers; at < end; at++) {
      const value = (row[at + providers] ?? 0) + step;
      if (value < (row[at] ?? 0)) row[at] = value;
    }
  }
  if (providers === 1) return;
  for (let m = 0; m < minutes; m++) {
    const start = offset + m * providers;
    const end = start + providers;
    let least = Number.POSITIVE_INFINITY;
    for (let at = start; at < end; at++) {
      const value = row[at] ?? 0;
      if (value < least) least = value;
    }
    least += weights.change;
    for (let at = start; at < end; at++) if (least < (row[at] ?? 0)) row[at] = least;
  }
}
