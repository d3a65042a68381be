import { describe, expect, it } from 'vitest';
import type { ProviderTimes } from '@/lib/appointments/move-day';
import type { MoveTimes } from '@/lib/appointments/move-times';
import { instantOf } from '@/lib/time/wall-clock';
import { nearestTimes } from './nearest-times';

const ZONE = 'Europe/London';
/** Nora's visit on a Thursday. */
const start = instantOf('2026-12-10', '14:15', ZONE);

const nora = (times: string[], against: string[] = []): ProviderTimes => ({
  providerId: 'nora',
  times,
  against,
});
const omar = (times: string[], against: string[] = []): ProviderTimes => ({
  providerId: 'omar',
  times,
  against,
});

const timesOn = (days: Record<string, ProviderTimes[]>): MoveTimes => ({
  timeZone: ZONE,
  from: '2026-12-07',
  to: '2026-12-20',
  providers: [
    { id: 'nora', name: 'Nora', isUsual: true },
    { id: 'omar', name: 'Omar', isUsual: false },
  ],
  days: Object.entries(days).map(([date, of]) => ({ date, of })),
  without: [],
  passedOver: null,
  preferredDays: [],
});

const near = (data: MoveTimes, providerId = 'nora') => {
  const { places, areAgainst } = nearestTimes(data, { start, providerId, count: 3 });
  return { areAgainst, places: places.map(({ date, time }) => `${date.slice(-2)} ${time}`) };
};

describe('the nearest free times of a visit', () => {
  it('are those that follow the wishes of the package, whatever else is nearer', () => {
    const data = timesOn({
      '2026-12-08': [nora(['14:15'])],
      '2026-12-09': [nora([], ['14:15']), omar(['14:15'])],
      '2026-12-11': [nora(['09:00'], ['10:00'])],
    });
    expect(near(data)).toEqual({ areAgainst: false, places: ['11 09:00', '08 14:15'] });
  });

  it('go against them only where none follows them, the nearest first', () => {
    const data = timesOn({
      '2026-12-07': [nora([], ['14:15']), omar(['14:00'])],
      '2026-12-08': [nora([], ['14:30', '14:45', '15:00'])],
      '2026-12-15': [nora([], ['13:00'])],
    });
    expect(near(data)).toEqual({ areAgainst: true, places: ['08 15:00', '08 14:45', '07 14:15'] });
  });

  it('are of who is chosen instead, the wished ones before the others', () => {
    const data = timesOn({
      '2026-12-09': [nora(['14:15']), omar([], ['14:15'])],
      '2026-12-14': [omar(['09:00'])],
    });
    expect(near(data, 'omar')).toEqual({ areAgainst: false, places: ['14 09:00'] });
  });

  it('are none where nothing is free', () => {
    expect(near(timesOn({ '2026-12-09': [nora([])] })).places).toEqual([]);
  });
});
