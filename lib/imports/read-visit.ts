import type { AppointmentStatus } from '@/db/schema';
import { ok, refused } from '@/lib/result/result';
import { type Instant, MINUTE_MS } from '@/lib/time/instant';
import { isTimeAlone, readInstant } from './read-time';
import {
  cell,
  type Draft,
  findTooLong,
  findUnreadable,
  lineOf,
  MOST_ID_LENGTH,
  MOST_NAME_LENGTH,
  type Row,
} from './row-cells';

export interface VisitDraft {
  line: number;
  externalId: string;
  patient: string;
  provider: string;
  service: string | null;
  from: Instant;
  to: Instant;
  status: AppointmentStatus;
  notes: string;
}

const MOST_NOTES = 4000;
/** Longer is no visit but a stay, which is not for a calendar of visits. */
const MOST_MINUTES = 24 * 60;

export function readVisit(
  row: Row<'appointments'>,
  { zone, now }: { zone: string; now: Instant },
): Draft<VisitDraft> {
  const unreadable = findUnreadable(row);
  if (unreadable) return refused(unreadable);
  const [patient, provider] = [lineOf(row, 'patient'), lineOf(row, 'provider')];
  if (patient === '') return refused({ code: 'missing', what: 'patient' });
  if (provider === '') return refused({ code: 'missing', what: 'provider' });
  const [id, service, notes] = [lineOf(row, 'id'), lineOf(row, 'service'), cell(row, 'notes')];
  if (id === '' && row.columns.at.has('id')) return refused({ code: 'missing', what: 'id' });
  const tooLong =
    findTooLong('id', id, MOST_ID_LENGTH) ??
    findTooLong('service', service, MOST_NAME_LENGTH) ??
    findTooLong('notes', notes, MOST_NOTES);
  if (tooLong) return refused(tooLong);
  const times = readTimes(row, zone);
  if (!times.ok) return times;
  const { from, to } = times.value;
  const status = statusOf(cell(row, 'status'), to, now);
  if (!status) return refused({ code: 'bad_status', text: cell(row, 'status') });
  return ok({
    line: row.line,
    // Without an id a visit is known by who meets whom and when, so that a second run knows it again.
    externalId: id || `${patient} ${provider} ${from}`,
    patient,
    provider,
    service: service || null,
    from,
    to,
    status,
    notes,
  });
}

function readTimes(row: Row<'appointments'>, zone: string): Draft<{ from: Instant; to: Instant }> {
  const from = timeOf(row, 'start', zone);
  if (!from.ok) return from;
  const to = cell(row, 'end') === '' ? endByDuration(row, from.value) : timeOf(row, 'end', zone);
  if (!to.ok) return to;
  if (to.value <= from.value) return refused({ code: 'end_before_start' });
  const minutes = (to.value - from.value) / MINUTE_MS;
  if (minutes > MOST_MINUTES) return refused({ code: 'too_long_a_visit', minutes, most: MOST_MINUTES });
  return ok({ from: from.value, to: to.value });
}

function timeOf(row: Row<'appointments'>, field: 'start' | 'end', zone: string): Draft<Instant> {
  const own = cell(row, field);
  if (own === '') return refused({ code: 'missing', what: field });
  const text = isTimeAlone(own) ? `${cell(row, 'date')} ${own}`.trim() : own;
  const read = readInstant(text, zone);
  return read.ok ? ok(read.value) : refused({ code: 'bad_time', what: field, text, why: read.why });
}

function endByDuration(row: Row<'appointments'>, from: Instant): Draft<Instant> {
  const text = cell(row, 'duration');
  if (text === '') return refused({ code: 'missing', what: 'end' });
  if (!/^\d{1,6}$/.test(text)) return refused({ code: 'bad_duration', text });
  return ok(from + Number(text) * MINUTE_MS);
}

const BY_TIME = [
  '',
  'completed',
  'complete',
  'done',
  'finished',
  'fulfilled',
  'arrived',
  'scheduled',
  'booked',
  'confirmed',
  'planned',
  'pending',
  'active',
];
const CANCELLED = ['cancelled', 'canceled'];
const MISSED = ['noshow', 'missed', 'dna', 'didnotattend'];

/** A past visit took place and a future one is due, unless the file says that it was cancelled or missed. */
function statusOf(text: string, to: Instant, now: Instant): AppointmentStatus | null {
  const word = text.toLowerCase().replace(/[\s_-]/g, '');
  if (CANCELLED.includes(word)) return 'CANCELLED';
  if (MISSED.includes(word)) return 'NO_SHOW';
  if (!BY_TIME.includes(word)) return null;
  return to <= now ? 'COMPLETED' : 'SCHEDULED';
}
