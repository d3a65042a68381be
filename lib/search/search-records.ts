import {
  type FoundAppointment,
  type FoundPackage,
  type FoundPatient,
  findAppointments,
  findPackages,
  findPatients,
  type NumberSought,
  type PatientSought,
} from '@/db/reads/search';
import type { TenantScope } from '@/db/scope';
import type { RecordKind } from '@/lib/rules/record-ref';
import { fold } from '@/lib/rules/search-text';
import type { SearchInput } from './input';

export interface SearchResult {
  patients: FoundPatient[];
  packages: FoundPackage[];
  appointments: FoundAppointment[];
}

const MOST_OF_A_KIND = 8;
/** One letter would find half of everybody. */
const FEWEST_LETTERS = 2;
const FEWEST_PHONE_DIGITS = 5;
const MOST_WORDS = 8;
/** A year; fewer digits are not yet a date. */
const FEWEST_DAY_DIGITS = 4;
const DAY_DIGITS = 8;
const ORDINAL_DIGITS = 4;
const MOST_ORDINAL_DIGITS = 9;

/**
 * The patients, packages and appointments that were meant, at most eight of each, of those kinds only. Where what was
 * typed is no number, they are those of the patients that were found.
 */
export async function searchRecords(
  scope: TenantScope,
  { query, recent, kinds }: SearchInput & { kinds: readonly RecordKind[] },
): Promise<SearchResult> {
  const typed = query.replaceAll('\0', '').trim();
  const idsOf = (kind: RecordKind) => ({
    ids: recent.filter((ref) => ref.kind === kind).map(({ id }) => id),
  });
  const ask = <S>(kind: RecordKind, typedAs: S): S | { ids: readonly string[] } =>
    typed === '' ? idsOf(kind) : typedAs;
  const limit = MOST_OF_A_KIND;
  const patients = kinds.includes('patient')
    ? await findPatients(scope, { sought: ask<PatientSought>('patient', patientsMeant(typed)), limit })
    : [];
  const [packages, appointments] = await Promise.all([
    kinds.includes('package')
      ? findNumbers('package', (sought) => findPackages(scope, { sought, limit }))
      : [],
    kinds.includes('appointment')
      ? findNumbers('appointment', (sought) => findAppointments(scope, { sought, limit }))
      : [],
  ]);
  return { patients, packages, appointments };

  async function findNumbers<T>(
    kind: keyof typeof PREFIXES,
    find: (sought: NumberSought) => Promise<T[]>,
  ): Promise<T[]> {
    if (typed === '') return find(idsOf(kind));
    const meant = numbersMeant(typed, PREFIXES[kind]);
    return find(meant ?? { patientIds: patients.map(({ id }) => id) });
  }
}

const PREFIXES = { package: 'PKG', appointment: 'APT' } as const;

function patientsMeant(typed: string): PatientSought {
  const words = fold(typed).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  const isEnough = words.join('').length >= FEWEST_LETTERS;
  return { words: isEnough ? words : [], phoneDigits: phoneMeant(typed) };
}

/** The digits without the prefix that some write and some do not: 00, + or a leading 0. */
function phoneMeant(typed: string): string | null {
  const plain = fold(typed);
  if (!/^[\d\s+]+$/.test(plain)) return null;
  const digits = plain.replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length >= FEWEST_PHONE_DIGITS ? digits : null;
}

/**
 * The numbers that begin with what was typed: `pkg 2026`, `PKG-20261123-0004` or, without its letters, `20261123`.
 * Both ends have the shape of a number, so that every collation puts them in the same order.
 */
function numbersMeant(typed: string, letters: string): { from: string; to: string } | null {
  const parts = /^([a-z]*) ?(20\d{0,6}|2|) ?(\d{0,6})$/.exec(fold(typed));
  if (!parts) return null;
  const [, word = '', day = '', ordinal = ''] = parts;
  if (!letters.startsWith(word.toUpperCase())) return null;
  if (word.length < FEWEST_LETTERS && day.length < FEWEST_DAY_DIGITS) return null;
  if (ordinal !== '' && day.length < DAY_DIGITS) return null;
  // `4` is said for 0004.
  const last = ordinal === '' || ordinal.startsWith('0') ? ordinal : ordinal.padStart(ORDINAL_DIGITS, '0');
  return {
    from: `${letters}-${day.padEnd(DAY_DIGITS, '0')}-${last.padEnd(ORDINAL_DIGITS, '0')}`,
    to: `${letters}-${day.padEnd(DAY_DIGITS, '9')}-${last.padEnd(MOST_ORDINAL_DIGITS, '9')}`,
  };
}
