import { describe, expect, it } from 'vitest';
import { periodOf } from './input';
import { appointmentListQuery } from './known-query';

const asked = (search: string) => appointmentListQuery.parse(Object.fromEntries(new URLSearchParams(search)));

describe('the period of the appointments that are shown', () => {
  it('is what is to come, as long as nothing else can be meant', () => {
    for (const search of ['', 'status=SCHEDULED', 'status=CANCELLED']) {
      expect(periodOf(asked(search))).toBe('upcoming');
    }
  });

  it('is all where something is looked for, or a state that only what has begun is in', () => {
    for (const search of ['q=lina', 'from=2027-01-04', 'status=COMPLETED', 'status=SCHEDULED,ARRIVED']) {
      expect(periodOf(asked(search))).toBe('all');
    }
  });

  it('is the one that was chosen', () => {
    expect(periodOf(asked('q=lina&period=upcoming'))).toBe('upcoming');
    expect(periodOf(asked('status=COMPLETED&period=past'))).toBe('past');
  });
});
