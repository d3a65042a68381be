import { describe, expect, it } from 'vitest';
import { PACKAGE_STATUSES, SESSION_STATUSES, type SessionStatus } from '@/db/schema';
import { packageStatusOf } from './package-status';

const statusOf = (...sessions: SessionStatus[]) => packageStatusOf(sessions, { isCancelled: false });

describe('the status of a package', () => {
  it('is a draft while nothing is scheduled or done, tried or not', () => {
    expect(statusOf('PENDING', 'PENDING')).toBe('DRAFT');
    expect(statusOf('FAILED', 'FAILED')).toBe('DRAFT');
    expect(statusOf('PENDING', 'CANCELLED', 'FAILED')).toBe('DRAFT');
  });

  it('is scheduled from the first scheduled session on', () => {
    expect(statusOf('SCHEDULED', 'PENDING')).toBe('SCHEDULED');
    expect(statusOf('FAILED', 'SCHEDULED')).toBe('SCHEDULED');
    expect(statusOf('SCHEDULED', 'CANCELLED')).toBe('SCHEDULED');
    expect(statusOf('SCHEDULED', 'SCHEDULED')).toBe('SCHEDULED');
  });

  it('is in progress from the first completed or missed session on, while something is left', () => {
    expect(statusOf('COMPLETED', 'SCHEDULED')).toBe('IN_PROGRESS');
    expect(statusOf('NO_SHOW', 'SCHEDULED')).toBe('IN_PROGRESS');
    expect(statusOf('COMPLETED', 'PENDING')).toBe('IN_PROGRESS');
    expect(statusOf('NO_SHOW', 'FAILED')).toBe('IN_PROGRESS');
  });

  it('is completed when nothing is left and at least one session was completed', () => {
    expect(statusOf('COMPLETED', 'COMPLETED')).toBe('COMPLETED');
    expect(statusOf('COMPLETED', 'NO_SHOW')).toBe('COMPLETED');
    expect(statusOf('COMPLETED', 'CANCELLED')).toBe('COMPLETED');
  });

  it('is cancelled when nothing is left and none was completed', () => {
    expect(statusOf('CANCELLED', 'CANCELLED')).toBe('CANCELLED');
    expect(statusOf('NO_SHOW', 'CANCELLED')).toBe('CANCELLED');
    expect(statusOf('NO_SHOW', 'NO_SHOW')).toBe('CANCELLED');
  });

  it('is cancelled when staff cancelled it, also after completed sessions', () => {
    expect(packageStatusOf(['COMPLETED', 'CANCELLED'], { isCancelled: true })).toBe('CANCELLED');
    expect(packageStatusOf(['SCHEDULED', 'PENDING'], { isCancelled: true })).toBe('CANCELLED');
  });

  it('does not depend on the order of the sessions', () => {
    for (const one of SESSION_STATUSES) {
      for (const other of SESSION_STATUSES) {
        expect(statusOf(one, other)).toBe(statusOf(other, one));
        expect(PACKAGE_STATUSES).toContain(statusOf(one, other));
      }
    }
  });
});
