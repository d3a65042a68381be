import type { ColumnsInUse } from '@/lib/scheduling/columns-in-use';
import type { Weights } from '@/lib/scheduling/instance';
import { NOTHING } from '@/lib/scheduling/least-of-rows';
import { lesser } from '@/lib/scheduling/lesser';
import type { Grid } from '@/lib/scheduling/start-table';

/**
 * Turns a row of values, one per (minute, provider), into what they are worth seen from each (minute,
 * provider): the least of value + clock * minutes apart + change if the provider differs. In place.
 *
 * The two costs are separate. For minutes the classic distance transform (Felzenszwalb and Huttenlocher,
 * "Distance Transforms of Sampled Functions", 2012) needs one pass up and one down: a neighbour already knows
 * the best of everything beyond it. Seen from a provider, a minute is worth the least of that provider's own
 * values closed over minutes, and of anyone's, closed likewise, plus the change; `anyone` is gathered by the
 * first pass, so that the second can take it in. (Its own way down only makes the bound that is returned a near one.)
 * So the way up is only for providers with values, and the way down for those that are asked about.
 *
 * Each step of a pass waits for the one before it, so two providers go side by side: one is reckoned while the other
 * waits. Where there is an odd one it walks with itself, which comes to the same.
 *
 * The row is counted from its least (`Columns`), and so is what is returned.
 */
export class RowCloser {
  private readonly minutes: number;
  private readonly change: number;
  /** What a step costs from each minute column to the one before it; none from the first. */
  private readonly steps: Int32Array;
  private readonly anyone: Int32Array;

  constructor({ minuteOfColumn, providerColumns }: Grid, { clock, change }: Weights) {
    this.minutes = minuteOfColumn.length;
    // Where there is but one provider, nobody is changed to.
    this.change = providerColumns > 1 ? change : 0;
    this.steps = new Int32Array(this.minutes + 1);
    for (let minute = 1; minute < this.minutes; minute++) {
      this.steps[minute] = clock * ((minuteOfColumn[minute] ?? 0) - (minuteOfColumn[minute - 1] ?? 0));
    }
    this.anyone = new Int32Array(this.minutes);
  }

  /** Closes the row that starts at `offset` where it is asked about; returns a bound on what it then holds. */
  close(row: Int32Array, offset: number, { touched, asked }: ColumnsInUse): number {
    const { anyone } = this;
    anyone.fill(NOTHING);
    const up = touched.pairs;
    for (let at = 0; at < up.length; at += 2) {
      this.goUp(row, offset + (up[at] ?? 0), offset + (up[at + 1] ?? 0));
    }
    const most = this.closeAnyone();
    const down = asked.pairs;
    for (let at = 0; at < down.length; at += 2) {
      this.goDown(row, offset + (down[at] ?? 0), offset + (down[at + 1] ?? 0));
    }
    return most;
  }

  private goUp(row: Int32Array, one: number, other: number): void {
    const { steps, minutes, anyone } = this;
    let passed = NOTHING;
    let otherPassed = NOTHING;
    for (let minute = 0; minute < minutes; minute++) {
      const step = steps[minute] ?? 0;
      passed = lesser(passed + step, row[one + minute] ?? 0);
      otherPassed = lesser(otherPassed + step, row[other + minute] ?? 0);
      row[one + minute] = passed;
      row[other + minute] = otherPassed;
      anyone[minute] = lesser(anyone[minute] ?? 0, lesser(passed, otherPassed));
    }
  }

  /** Closes what anyone offers, with the change added; returns the most of it. */
  private closeAnyone(): number {
    const { steps, minutes, anyone, change } = this;
    let passed = NOTHING;
    let most = 0;
    for (let minute = minutes - 1; minute >= 0; minute--) {
      passed = lesser(passed + (steps[minute + 1] ?? 0), anyone[minute] ?? 0);
      most = Math.max(most, passed);
      anyone[minute] = passed + change;
    }
    return most + change;
  }

  private goDown(row: Int32Array, one: number, other: number): void {
    const { steps, minutes, anyone } = this;
    let passed = NOTHING;
    let otherPassed = NOTHING;
    for (let minute = minutes - 1; minute >= 0; minute--) {
      const step = steps[minute + 1] ?? 0;
      const offered = anyone[minute] ?? 0;
      passed = lesser(passed + step, lesser(row[one + minute] ?? 0, offered));
      otherPassed = lesser(otherPassed + step, lesser(row[other + minute] ?? 0, offered));
      row[one + minute] = passed;
      row[other + minute] = otherPassed;
    }
  }
}
