import { describe, expect, it } from 'vitest';
import { goesWhenCancelled } from './cancellation';

const NOON = 1_000_000;
const goes = (status: Parameters<typeof goesWhenCancelled>[0]['status'], start: number, arrived = false) =>
  goesWhenCancelled({ status, visit: { status: arrived ? 'ARRIVED' : 'SCHEDULED', start } }, NOON);

describe('cancelling what is left of a package', () => {
  it('takes visits to come, to the last millisecond before they begin', () => {
    expect(goes('SCHEDULED', NOON + 1)).toBe(true);
    expect(goes('SCHEDULED', NOON)).toBe(false);
  });

  it('takes what has no place, even if an old visit hangs on it', () => {
    expect(goesWhenCancelled({ status: 'FAILED', visit: null }, NOON)).toBe(true);
    expect(goes('PENDING', NOON - 1)).toBe(true);
  });

  it('leaves what is done, missed or cancelled, and a patient who is there', () => {
    expect(goes('COMPLETED', NOON + 1)).toBe(false);
    expect(goes('NO_SHOW', NOON + 1)).toBe(false);
    expect(goes('CANCELLED', NOON + 1)).toBe(false);
    expect(goes('SCHEDULED', NOON + 1, true)).toBe(false);
  });
});
