import type { BreachCode } from '@/lib/planning/breach';
import type { FieldFaults } from '@/lib/result/field-faults';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '@/lib/rules/visit-length';
import { MINUTE_MS } from '@/lib/time/instant';
import { exactInstantOf } from '@/lib/time/wall-clock';
import type { VisitToAct } from './visit';

/** Everything typed into the dialog; a refusal changes none of it. */
export interface MoveDraft {
  date: string;
  time: string;
  providerId: string;
  /** As text, so that what is half typed has a place. */
  duration: string;
  reason: string;
  /** Wishes of the package that the person goes against knowingly. */
  accepted: readonly BreachCode[];
  isOverlap: boolean;
  overlapReason: string;
}

/** As it is opened: a place is still to be chosen. */
export function firstDraft(visit: VisitToAct): MoveDraft {
  return {
    date: '',
    time: '',
    providerId: visit.providerId,
    duration: String(Math.round((visit.end - visit.start) / MINUTE_MS)),
    reason: '',
    accepted: [],
    isOverlap: false,
    overlapReason: '',
  };
}

/** What is wrong with a length, by the rules it is saved by; nothing while there is none. */
export function lengthFault(
  duration: string,
): { code: 'whole_number' | 'too_small' | 'too_big'; values?: Record<string, number> } | null {
  const minutes = Number(duration);
  if (duration === '') return null;
  if (!Number.isInteger(minutes)) return { code: 'whole_number' };
  if (minutes < SHORTEST_VISIT_MINUTES)
    return { code: 'too_small', values: { minimum: SHORTEST_VISIT_MINUTES } };
  return minutes > LONGEST_VISIT_MINUTES
    ? { code: 'too_big', values: { maximum: LONGEST_VISIT_MINUTES } }
    : null;
}

/** What a place needs and is not there yet, by field. */
export function missingIn({ date, time, duration }: MoveDraft): FieldFaults {
  const needed = { durationMinutes: duration, date, time };
  const empty = Object.entries(needed).filter(([, typed]) => typed === '');
  return Object.fromEntries(empty.map(([field]) => [field, { code: 'required' }]));
}

/** The place that is typed, when it is whole; `start` is null for a time that clocks skip on that day. */
export function placeOf({ date, time, providerId, duration }: MoveDraft, timeZone: string) {
  const durationMinutes = Number(duration);
  const isLength = duration !== '' && lengthFault(duration) === null;
  if (!date || !time || !providerId || !isLength) return null;
  const start = exactInstantOf(date, time, timeZone);
  return {
    date,
    time,
    providerId,
    durationMinutes,
    start,
    end: start === null ? null : start + durationMinutes * MINUTE_MS,
  };
}
