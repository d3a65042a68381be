import type { Instance, InstanceProvider, InstanceSession } from '@/lib/scheduling/instance';
import { parseInstant } from '@/lib/time/instant';
import type { Interval } from '@/lib/time/interval';

/** The instant of an ISO text. */
export function at(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`${text} is no instant`);
  return instant;
}

/** An interval of two ISO texts. */
export function from(start: string, end: string): Interval {
  return { from: at(start), to: at(end) };
}

/** Nora works 09:00 to 12:00 every day of the week. */
export const nora: InstanceProvider = {
  id: 'nora',
  hours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
    weekday,
    from: '09:00',
    to: '12:00',
    validFrom: null,
    validTo: null,
  })),
  timeOff: [],
  busy: [],
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
};

/** Omar works the same hours. */
export const omar: InstanceProvider = { ...nora, id: 'omar' };

/** `count` sessions of an hour with Nora, numbered from 1. */
export function sessions(count: number, change: Partial<InstanceSession> = {}): InstanceSession[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    durationMinutes: 60,
    providers: ['nora'],
    fixed: null,
    ...change,
  }));
}

/** The same sessions, the one of that number fixed at a start with a provider. */
export function withFixed(
  list: readonly InstanceSession[],
  number: number,
  start: string,
  provider = 'nora',
): InstanceSession[] {
  const fixed = { start: at(start), provider };
  return list.map((session) => (session.number === number ? { ...session, fixed } : session));
}

/**
 * One session of an hour with Nora in the week from Sunday 3 to Saturday 9 January 2027, in London, where
 * local time is UTC then. Starts on the hour, the earliest plan is the best.
 */
export const smallClinic: Instance = {
  format: 'takt-instance/1',
  timeZone: 'Europe/London',
  gridMinutes: 60,
  window: { from: '2027-01-03', to: '2027-01-09' },
  notBefore: null,
  preferredDays: [],
  minGapDays: 1,
  maxGapDays: null,
  maxPerWeek: null,
  weekStart: 0,
  dayHours: null,
  sessions: sessions(1),
  providers: [nora],
  patientBusy: [],
  closures: [],
  rooms: null,
  weights: { late: 1, gap: 0, clock: 0, change: 0, prefer: 0 },
  targetGapHalfDays: null,
  preferMinute: null,
};
