import { expect, it } from 'vitest';
import { stillUnplaced } from './still-unplaced';

const sessions = [
  { number: 7, status: 'SCHEDULED' },
  { number: 8, status: 'PENDING' },
  { number: 9, status: 'FAILED' },
  { number: 10, status: 'CANCELLED' },
] as const;

it('tells the changed sessions without a place', () => {
  const changed = [{ number: 7 }, { number: 9 }, { number: 10 }];
  expect(stillUnplaced(sessions, { changed })).toEqual([9]);
  expect(stillUnplaced(sessions, { changed: [] })).toEqual([]);
});

it('leaves out what is planned again: the plan tells what becomes of it', () => {
  const changed = [{ number: 8 }, { number: 9 }];
  expect(stillUnplaced(sessions, { changed, planned: [{ number: 7 }, { number: 9 }] })).toEqual([8]);
});
