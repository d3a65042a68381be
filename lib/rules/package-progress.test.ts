import { describe, expect, it } from 'vitest';
import type { SessionStatus } from '@/db/schema';
import { countStatuses, progressOf } from './package-progress';

const times = (count: number, status: SessionStatus) => Array.from({ length: count }, () => status);
const percentOf = (...statuses: SessionStatus[]) => progressOf(countStatuses(statuses)).percent;

describe('the progress of a package', () => {
  it('counts each status', () => {
    const { counts } = progressOf(
      countStatuses([...times(3, 'COMPLETED'), ...times(2, 'SCHEDULED'), 'FAILED', 'NO_SHOW', 'PENDING']),
    );
    expect(counts).toEqual({
      COMPLETED: 3,
      SCHEDULED: 2,
      FAILED: 1,
      NO_SHOW: 1,
      PENDING: 1,
      CANCELLED: 0,
    });
  });

  it('is completed divided by what is not cancelled', () => {
    expect(percentOf('COMPLETED', 'SCHEDULED', 'CANCELLED', 'CANCELLED')).toBe(50);
  });

  it('counts a no-show as owed and not done', () => {
    expect(percentOf('COMPLETED', 'NO_SHOW')).toBe(50);
  });

  it('reaches 100 only when every owed session is completed', () => {
    expect(percentOf(...times(99, 'COMPLETED'), 'SCHEDULED')).toBe(99);
    expect(percentOf(...times(199, 'COMPLETED'), 'SCHEDULED')).toBe(99);
    expect(percentOf(...times(100, 'COMPLETED'))).toBe(100);
    expect(percentOf('COMPLETED', 'CANCELLED')).toBe(100);
  });

  it('is 0 when everything is cancelled, and for an empty package', () => {
    expect(progressOf(countStatuses(times(4, 'CANCELLED')))).toMatchObject({ owed: 0, percent: 0 });
    expect(progressOf(countStatuses([]))).toMatchObject({ owed: 0, percent: 0 });
  });

  it('counts the 100 sessions of the largest package', () => {
    expect(percentOf(...times(7, 'COMPLETED'), ...times(93, 'PENDING'))).toBe(7);
  });
});
