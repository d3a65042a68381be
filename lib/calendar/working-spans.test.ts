import { describe, expect, it } from 'vitest';
import { utilisationOf, workingSpans } from './working-spans';

const MONDAY = '2027-01-04';
const span = (
  from: string,
  to: string,
  more: { weekday?: number; validFrom?: string; validTo?: string } = {},
) => ({
  weekday: more.weekday ?? 1,
  from,
  to,
  validFrom: more.validFrom ?? null,
  validTo: more.validTo ?? null,
});

describe('the working day', () => {
  it('has a break between two spans', () => {
    expect(workingSpans([span('09:00', '12:00'), span('13:00', '17:00')], MONDAY)).toEqual({
      works: [
        { from: 540, to: 720 },
        { from: 780, to: 1020 },
      ],
      breaks: [{ from: 720, to: 780 }],
    });
  });

  it('has no break where spans touch or overlap, in whatever order they are told', () => {
    const hours = [span('12:00', '17:00'), span('11:00', '13:00'), span('09:00', '11:00')];
    expect(workingSpans(hours, MONDAY)).toEqual({ works: [{ from: 540, to: 1020 }], breaks: [] });
  });

  it('may last until midnight', () => {
    expect(workingSpans([span('18:00', '24:00')], MONDAY).works).toEqual([{ from: 1080, to: 1440 }]);
  });

  it('is empty on another weekday, and without hours', () => {
    expect(workingSpans([span('09:00', '12:00', { weekday: 2 })], MONDAY)).toEqual({ works: [], breaks: [] });
    expect(workingSpans([], MONDAY)).toEqual({ works: [], breaks: [] });
  });

  it('begins to hold on its first date and holds up to its last', () => {
    const hours = [span('09:00', '12:00', { validFrom: MONDAY, validTo: '2027-01-11' })];
    const isWorking = (date: string) => workingSpans(hours, date).works.length > 0;
    expect(['2026-12-28', MONDAY, '2027-01-11', '2027-01-18'].map(isWorking)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('how full a day is', () => {
  const works = [
    { from: 540, to: 720 },
    { from: 780, to: 1020 },
  ];

  it('is the taken share of the working time', () => {
    expect(utilisationOf({ works, away: [], taken: [{ from: 540, to: 750 }] })).toBeCloseTo(180 / 420);
  });

  it('leaves out the time away, and counts an overlap once', () => {
    const taken = [
      { from: 780, to: 840 },
      { from: 810, to: 900 },
    ];
    expect(utilisationOf({ works, away: [{ from: 540, to: 720 }], taken })).toBeCloseTo(120 / 240);
  });

  it('goes from nothing to all', () => {
    expect(utilisationOf({ works, away: [], taken: [] })).toBe(0);
    expect(utilisationOf({ works, away: [], taken: [{ from: 0, to: 1440 }] })).toBe(1);
  });

  it('is unknown where there is no time to give', () => {
    expect(utilisationOf({ works: [], away: [], taken: [{ from: 540, to: 600 }] })).toBeNull();
    expect(utilisationOf({ works, away: [{ from: 0, to: 1440 }], taken: [] })).toBeNull();
  });
});
