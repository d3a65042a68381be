import { type RawBuilder, sql } from 'kysely';
import { fold } from '@/lib/rules/search-text';
import type { TenantScope } from '../scope';
import { likeContaining } from './like-pattern';
import { patientHasWord } from './patient-words';

/*
 * What was typed may mean patients, providers, and numbers of ours. Which of them it can mean is found out
 * beforehand, so that no list is walked for what is not there.
 */

/** One way to take all the words: some name the patient, each other one a provider or a number. */
export interface SearchMeaning {
  /** Folded as `patient.search_text` is. */
  patientWords: readonly string[];
  /** So many patients are meant that a list is sooner walked in its order than theirs are looked up. */
  isCommon: boolean;
  others: readonly OtherWord[];
}

/** A word that is none of the patient's. */
export interface OtherWord {
  /** The providers in whose names a word begins with it. */
  providerIds: readonly string[];
  /** Where it may stand in a number of ours. */
  number: NumberPart | null;
}

/** Numbers of certain days, the digits behind the date, or signs that no word has, wherever they stand. */
export type NumberPart = { days: [first: string, last: string] | null; ordinal: string } | { signs: string };

/** Nobody types more to find a package; each word is one more condition on every row. */
const MOST_WORDS = 8;
/** Each such word doubles the ways to take them all; any beyond can only name the patient. */
const MOST_OTHERS = 3;
const FEW_PATIENTS = 1000;
export const FEW_PROVIDERS = 5;

/** A whole number of ours, as it stands on a paper or in a message. */
const WHOLE_NUMBER = /(?<![\w-])(?:PKG|APT)-\d{8}-\d{4,}(?![\w-])/i;

/** What was typed, with the first whole number in it apart: an index finds that at once. */
export function splitTyped(typed: string): { number: string | null; rest: string } {
  const number = WHOLE_NUMBER.exec(typed)?.[0];
  if (number === undefined) return { number: null, rest: typed };
  return { number: number.toUpperCase(), rest: typed.replace(number, ' ') };
}

/** The letters before a number of ours say nothing. */
const PREFIXES = new Set(['pkg', 'apt']);

/** What was typed as the words to look for. Text of marks alone is one word, which stands for itself. */
export function foldedWords(typed: string): string[] {
  const text = typed.replaceAll('\0', '').trim();
  if (text === '') return [];
  const words = fold(text).split(' ').filter(Boolean);
  if (words.length === 0) return [text];
  return words.filter((word) => !PREFIXES.has(word)).slice(0, MOST_WORDS);
}

/** The ways to take what was typed that can find anything; null where nothing is looked for. */
export async function readSearchMeanings(
  scope: TenantScope,
  typed: string,
): Promise<readonly SearchMeaning[] | null> {
  const words = foldedWords(splitTyped(typed).rest);
  if (words.length === 0) return null;
  const providers = await scope.from('provider').select(['provider.id', 'provider.name']).execute();
  const names = providers.map(({ id, name }) => ({ id, name: ` ${fold(name)}` }));
  let ways: Omit<SearchMeaning, 'isCommon'>[] = [{ patientWords: [], others: [] }];
  let others = 0;
  for (const word of words) {
    const providerIds = names.filter(({ name }) => name.includes(` ${word}`)).map(({ id }) => id);
    // "Dr": what all of many are called says nothing.
    if (providerIds.length > FEW_PROVIDERS && providerIds.length === names.length) continue;
    const other: OtherWord = { providerIds, number: numberPartOf(word) };
    const isOther = (providerIds.length > 0 || other.number !== null) && others++ < MOST_OTHERS;
    ways = ways.flatMap((way) => [
      { ...way, patientWords: [...way.patientWords, word] },
      ...(isOther ? [{ ...way, others: [...way.others, other] }] : []),
    ]);
  }
  const counted = await Promise.all(
    ways.map(async (way) => ({ ...way, patients: await countPatients(scope, way.patientWords) })),
  );
  return counted
    .filter(({ patientWords, patients }) => patientWords.length === 0 || patients > 0)
    .map(({ patients, ...way }) => ({ ...way, isCommon: patients > FEW_PATIENTS }));
}

async function countPatients(scope: TenantScope, words: readonly string[]): Promise<number> {
  if (words.length === 0) return 0;
  const found = await patientsNamed(scope, words)
    .limit(FEW_PATIENTS + 1)
    .execute();
  return found.length;
}

const DATE = /^20\d{2,6}$/;
const DATE_DIGITS = 8;

/** Of `PKG-20270103-0042`: the date from its year on, or the digits behind it, with zeros or without. */
function numberPartOf(text: string): NumberPart | null {
  if (fold(text) === '') return { signs: text };
  if (!/^\d+$/.test(text)) return null;
  return {
    days: DATE.test(text) ? [text.padEnd(DATE_DIGITS, '0'), text.padEnd(DATE_DIGITS, '9')] : null,
    ordinal: text.padStart(4, '0'),
  };
}

/** Whether the number of a package or an appointment holds the word. */
export function numberHolds(table: 'package' | 'appointment', part: NumberPart): RawBuilder<boolean> {
  const column = `${table}.number`;
  if ('signs' in part) return likeContaining(column, part.signs);
  const number = sql.ref(column);
  // Written as in the index, see migration 0009.
  const ordinal = sql<boolean>`substr(${number}, 14) = ${part.ordinal}`;
  if (part.days === null) return ordinal;
  const prefix = table === 'package' ? 'PKG' : 'APT';
  const [first, last] = part.days.map((day) => `${prefix}-${day}`);
  return sql<boolean>`(${ordinal} or ${number} between ${first} and ${`${last}-99999999`})`;
}

/** The patients in whose names or file numbers a word begins with each of these. */
export const patientsNamed = (scope: TenantScope, words: readonly string[]) =>
  words.reduce(
    (patients, word) => patients.where(patientHasWord(word)),
    scope.from('patient').select('patient.id'),
  );

/** Whether a row is of such a patient. The column of common ones is disguised, or an index of it would lead. */
export function isOfNamed(
  scope: TenantScope,
  column: 'package.patient_id' | 'appointment.patient_id',
  { patientWords, isCommon }: SearchMeaning,
): RawBuilder<boolean> {
  const patientId = isCommon ? sql`${sql.ref(column)} || ''` : sql.ref(column);
  return sql<boolean>`${patientId} in ${patientsNamed(scope, patientWords)}`;
}

/**
 * Whether each of several meanings is looked up by itself and what they find put together: neither database serves a
 * choice between columns from indexes of both. A common name alone is sooner met while walking the list.
 */
export const areLookedUp = (meanings: readonly SearchMeaning[]): boolean =>
  meanings.length > 1 && !meanings.some(({ isCommon, others }) => isCommon && others.length === 0);
