import { describe, expect, it } from 'vitest';
import { clinicOf } from '@/lib/scheduling/clinic';
import { columnsInUse } from '@/lib/scheduling/columns-in-use';
import { problemOf } from '@/lib/scheduling/problem';
import { nora, omar, sessions, smallClinic, withFixed } from '@/lib/scheduling/testing/small-clinic';

/** Nora, Omar and Pia give one session each. */
const people = [nora, omar, { ...nora, id: 'pia' }];
const each = sessions(3).map((session, at) => ({ ...session, providers: [people[at]?.id ?? ''] }));
const weights = { late: 0, gap: 0, clock: 1, change: 1, prefer: 0 };
const problem = problemOf(clinicOf({ ...smallClinic, providers: people, sessions: each, weights }));
const columnsOf = (maySkip: boolean) => columnsInUse(problem, ({ isFixed }) => maySkip && !isFixed);

describe('the columns in use in front of a session', () => {
  it('are those of the session before it, when all are placed', () => {
    expect(columnsOf(false).map(({ asked }) => asked.providers)).toEqual([[], [0], [1]]);
    expect(columnsOf(false).map(({ touched }) => touched.providers)).toEqual([[0], [0, 1], [1, 2]]);
  });

  it('are those of all before it that may be followed at once, when some stay out', () => {
    expect(columnsOf(true).map(({ asked }) => asked.providers)).toEqual([[], [0], [0, 1]]);
    const fixed = withFixed(each, 2, '2027-01-05T10:00:00Z', 'omar');
    const pinned = problemOf(clinicOf({ ...smallClinic, providers: people, sessions: fixed, weights }));
    const inUse = columnsInUse(pinned, ({ isFixed }) => !isFixed);
    expect(inUse.map(({ asked }) => asked.providers)).toEqual([[], [0], [1]]);
  });

  it('lie next to each other where the providers do', () => {
    const { length } = problem.grid.minuteOfColumn;
    expect(columnsOf(true)[2]?.touched.ranges).toEqual([{ from: 0, end: 3 * length }]);
    expect(columnsOf(false)[2]?.touched.ranges).toEqual([{ from: length, end: 3 * length }]);
  });
});
