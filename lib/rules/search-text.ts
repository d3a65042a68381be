/** Letters that are one to a searching eye but not to Unicode's decomposition. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const LETTERS_TO_UNIFY = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'gu');

/** Accents and Arabic vowel signs (marks), tatweel, the lone hamza, apostrophes, and signs that only steer writing. */
const SILENT = /[\p{M}\u0640\u0621'’‘ʼ`´\p{Cf}]/gu;
const BETWEEN_WORDS = /[\s\p{P}\p{Z}\p{Cc}]+/u;
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * A text as search compares it: lower case without accents, Arabic forms unified, digits of one kind, words
 * separated by single spaces. Punctuation is gone, so the answer holds no wildcard of SQL's `like`.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(SILENT, '')
    .replace(LETTERS_TO_UNIFY, (letter) => SAME_LETTER[letter] ?? letter)
    .replace(ARABIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf))
    .split(BETWEEN_WORDS)
    .filter(Boolean)
    .join(' ');
}

interface NamedPatient {
  given_name: string;
  family_name: string;
  file_number: string;
}

/**
 * What a patient is found and sorted by. `search_text`: names and file number folded, each word after one space, so
 * that `like '% mar%'` finds the beginnings of words. `sort_name`: the family name and then the given one, folded, so
 * that Østergaard stands among the O's on every database; the comma stands before all letters in a text.
 */
export function foldedNames({ given_name, family_name, file_number }: NamedPatient): {
  search_text: string;
  sort_name: string;
} {
  return {
    search_text: ` ${fold(`${given_name} ${family_name} ${file_number}`)}`,
    sort_name: `${fold(family_name)},${fold(given_name)}`,
  };
}
