import type { Instant } from '@/lib/time/instant';
import { formatInstant } from '@/lib/time/instant';

export type FileKind = 'patients' | 'providers' | 'appointments';

/** Why one row was not taken over. */
export type Cause =
  | { code: 'unreadable'; detail: string }
  | { code: 'missing'; what: string }
  | { code: 'too_long'; what: string; most: number }
  | { code: 'duplicate_id'; id: string; line: number }
  | { code: 'file_number_taken'; fileNumber: string; line: number | null }
  | { code: 'bad_email'; text: string }
  | { code: 'bad_birth_date'; text: string; why: string }
  | { code: 'bad_time'; what: string; text: string; why: string }
  | { code: 'bad_duration'; text: string }
  | { code: 'bad_status'; text: string }
  | { code: 'end_before_start' }
  | { code: 'too_long_a_visit'; minutes: number; most: number }
  | { code: 'unknown_patient'; reference: string }
  | { code: 'unknown_provider'; reference: string }
  | { code: 'several_providers'; reference: string }
  | ({ code: 'overlap' } & Overlap)
  | { code: 'conflict'; constraint: string };

/** What a visit overlaps, and whose time it is: a row of the same file, an appointment, or both at once. */
export interface Overlap {
  resource: 'provider' | 'patient' | 'room';
  line: number | null;
  number: string | null;
  from: Instant;
  to: Instant;
}

export interface Refusal {
  file: string;
  line: number;
  cause: Cause;
}

/** A cause as one clause of English, for the command line and its reports. */
export function textOf(cause: Cause): string {
  switch (cause.code) {
    case 'unreadable':
      return cause.detail;
    case 'missing':
      return `has no ${cause.what}`;
    case 'too_long':
      return `its ${cause.what} is longer than ${cause.most} characters`;
    case 'duplicate_id':
      return `has the same id as line ${cause.line} (${cause.id})`;
    case 'file_number_taken':
      return `the file number ${cause.fileNumber} belongs to ${cause.line === null ? 'another patient' : `the patient of line ${cause.line}`}`;
    case 'bad_email':
      return `“${cause.text}” is not an e-mail address`;
    case 'bad_birth_date':
      return `bad birth date “${cause.text}”: ${cause.why}`;
    case 'bad_time':
      return `bad ${cause.what} “${cause.text}”: ${cause.why}`;
    case 'bad_duration':
      return `“${cause.text}” is not a number of minutes`;
    case 'bad_status':
      return `“${cause.text}” is no status that Takt knows`;
    case 'end_before_start':
      return 'ends before it starts, or at once';
    case 'too_long_a_visit':
      return `lasts ${hours(cause.minutes)} hours; a visit lasts at most ${hours(cause.most)}`;
    case 'unknown_patient':
      return `unknown patient ${cause.reference}`;
    case 'unknown_provider':
      return `unknown provider ${cause.reference}`;
    case 'several_providers':
      return `several providers are called ${cause.reference}: give their id`;
    case 'overlap':
      return textOfOverlap(cause);
    case 'conflict':
      return `collides with what is stored already (${cause.constraint})`;
  }
}

function textOfOverlap({ resource, line, number, from, to }: Overlap): string {
  const names = [line === null ? null : `line ${line}`, number === null ? null : `appointment ${number}`];
  const which = names.filter((name) => name !== null).join(', ') || 'another appointment';
  return `overlaps ${which} of the same ${resource} (${formatInstant(from)} to ${formatInstant(to)})`;
}

const hours = (minutes: number) => Math.ceil(minutes / 6) / 10;
