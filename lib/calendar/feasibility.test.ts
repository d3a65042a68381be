import { describe, expect, it } from 'vitest';
import { from, nora, omar, sessions, smallClinic, withFixed } from '@/lib/scheduling/testing/small-clinic';
import { type FeasibilityQuestion, feasibilityOf } from './feasibility';

const TUESDAY = { from: '2027-01-05', to: '2027-01-05' };
const WISHES = ['not_preferred_day', 'too_close', 'week_full', 'outside_window', 'not_assigned'];

/** Nora's Tuesday, one visit that may go anywhere. */
const question = (more: Partial<FeasibilityQuestion['instance']> = {}): FeasibilityQuestion => ({
  instance: { ...smallClinic, window: TUESDAY, sessions: sessions(1), ...more },
  number: 1,
  present: 0,
  faultOf: () => null,
  isWish: (code) => WISHES.includes(code),
  wishes: null,
});

/** What is said of the start at that minute; nothing when it is free. */
function saidOf(asked: FeasibilityQuestion, minute: number, providerId = 'nora') {
  const day = feasibilityOf(asked).find((each) => each.providerId === providerId);
  if (!day) throw new Error(`nobody asked about ${providerId}`);
  const span = day.blocked.find((each) => each.from <= minute && minute < each.to);
  return span ? { hard: span.hard, soft: span.soft } : null;
}

const nine = 9 * 60;
const ten = 10 * 60;

describe('where a visit could go', () => {
  it('is free where the planner would put it, and blocked outside of working hours', () => {
    expect(saidOf(question(), nine)).toBeNull();
    expect(saidOf(question(), 0)).toEqual({ hard: ['not_working'], soft: [] });
  });

  it('is blocked from where it would run into another visit until that one is over', () => {
    const busy = { ...nora, busy: [from('2027-01-05T10:00:00Z', '2027-01-05T10:30:00Z')] };
    const asked = question({ providers: [busy, omar] });
    const { gridMinutes } = smallClinic;
    const minutes = asked.instance.sessions[0]?.durationMinutes ?? 0;
    expect(saidOf(asked, ten - minutes)).toBeNull();
    expect(saidOf(asked, ten - minutes + gridMinutes)).toEqual({ hard: ['provider_busy'], soft: [] });
    expect(saidOf(asked, ten)).toEqual({ hard: ['provider_busy'], soft: [] });
  });

  it('tells the wishes of a package from the rules of the calendar', () => {
    const asked = question({ preferredDays: [1] });
    expect(saidOf(asked, nine)).toEqual({ hard: [], soft: ['not_preferred_day'] });
    expect(saidOf(asked, 0)).toEqual({ hard: ['not_working'], soft: ['not_preferred_day'] });
  });

  it('keeps the distance to the package’s other visits, as a wish', () => {
    const asked = question({ sessions: withFixed(sessions(2), 2, '2027-01-05T09:00:00Z') });
    expect(saidOf(asked, nine)?.soft).toContain('too_close');
  });

  it('goes against the package outside of its dates, and with a provider who is not assigned', () => {
    const wishes = { window: { from: '2027-02-01', to: '2027-03-01' }, assigned: ['omar'] };
    expect(saidOf({ ...question(), wishes }, nine)).toEqual({
      hard: [],
      soft: ['outside_window', 'not_assigned'],
    });
  });

  it('is nowhere with a provider who cannot be given it', () => {
    expect(saidOf({ ...question(), faultOf: () => 'not_qualified' }, nine)).toEqual({
      hard: ['not_qualified'],
      soft: [],
    });
  });

  it('may stay where it has begun, though that is past', () => {
    const notBefore = from('2027-01-05T12:00:00Z', '2027-01-05T12:00:00Z').from;
    const present = from('2027-01-05T09:00:00Z', '2027-01-05T09:00:00Z').from;
    expect(saidOf(question({ notBefore }), nine)?.hard).toEqual(['before_not_before']);
    expect(saidOf({ ...question({ notBefore }), present }, nine)).toBeNull();
  });

  it('has no start at a minute that clocks skip', () => {
    const asked = question({
      timeZone: 'Europe/London',
      window: { from: '2027-03-28', to: '2027-03-28' },
    });
    expect(saidOf(asked, 60)?.hard).toEqual(['no_such_time']);
    expect(saidOf(asked, 120)?.hard).toEqual(['not_working']);
  });
});
