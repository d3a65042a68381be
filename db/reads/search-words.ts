import { fold } from '@/lib/rules/search-text';
import type { TenantScope } from '../scope';

export interface SearchWord {
  /** Folded as `patient.search_text` is. */
  text: string;
  /** The providers in whose names a word begins with it. */
  providerIds: readonly string[];
}

/** Nobody types more to find a package; each word is one more condition on every row. */
const MOST_WORDS = 8;

/** A whole number of ours, as it stands on a paper or in a message. */
const WHOLE_NUMBER = /(?<![\w-])(?:PKG|APT)-\d{8}-\d{4,}(?![\w-])/i;

/**
 * What was typed, with the first whole number in it apart: an index finds that at once, where a part of a number
 * is looked for in all of them.
 */
export function splitTyped(typed: string): { number: string | null; rest: string } {
  const number = WHOLE_NUMBER.exec(typed)?.[0];
  if (number === undefined) return { number: null, rest: typed };
  return { number: number.toUpperCase(), rest: typed.replace(number, ' ') };
}

/** What was typed as the words to look for. Text of marks alone is one word, which stands for itself. */
export function foldedWords(typed: string): string[] {
  const text = typed.replaceAll('\0', '').trim();
  if (text === '') return [];
  const words = fold(text).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  return words.length === 0 ? [text] : words;
}

/** The same, each with the providers whom it may mean. */
export async function readSearchWords(scope: TenantScope, typed: string): Promise<SearchWord[]> {
  const words = foldedWords(typed);
  if (words.length === 0) return [];
  const providers = await scope.from('provider').select(['provider.id', 'provider.name']).execute();
  const names = providers.map(({ id, name }) => ({ id, name: ` ${fold(name)}` }));
  return words.map((word) => ({
    text: word,
    providerIds: names.filter(({ name }) => name.includes(` ${word}`)).map(({ id }) => id),
  }));
}
