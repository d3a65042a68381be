import { expect, it } from 'vitest';
import { instantOf } from '@/lib/time/wall-clock';
import { nearestMoves } from './nearest-moves';

const move = (date: string, time: string) => ({
  date,
  time,
  start: instantOf(date, time, 'UTC'),
  providerId: 'nora',
  placed: 4,
});
const now = instantOf('2027-01-10', '10:00', 'UTC');
const named = (moves: ReturnType<typeof move>[]) =>
  nearestMoves(moves, now).map(({ date, time }) => `${date.slice(8)} ${time}`);

it('offers the nearest days first, at most two times of a day, and never the place it has', () => {
  const days = ['2027-01-03', '2027-01-09', '2027-01-10', '2027-01-11', '2027-01-20'];
  const moves = days.flatMap((date) => ['09:00', '10:00', '11:00', '15:00'].map((time) => move(date, time)));
  expect(named(moves)).toEqual(
    ['09 09:00', '09 10:00', '10 09:00', '10 11:00', '11 09:00', '11 10:00'].sort(),
  );
});

it('offers nothing around a place that is not chosen yet', () => {
  expect(nearestMoves([move('2027-01-10', '09:00')], null)).toEqual([]);
});
