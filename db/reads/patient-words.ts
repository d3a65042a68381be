import { type RawBuilder, sql } from 'kysely';
import { likeContaining } from './like-pattern';

/** People leave out the zeros that a file number begins with, up to so many digits. */
const DIGITS_OF_FILE_NUMBER = 6;
/** One digit alone would mean half of all files. */
const SPOKEN_NUMBER = /^[1-9]\d+$/;

/** Whether a word of the patient's name or file number begins with this one, folded as the stored text is. */
export function patientHasWord(word: string): RawBuilder<boolean> {
  const beginnings = [word];
  if (SPOKEN_NUMBER.test(word)) {
    for (let digits = word.length + 1; digits <= DIGITS_OF_FILE_NUMBER; digits++) {
      beginnings.push(word.padStart(digits, '0'));
    }
  }
  const found = beginnings.map((each) => likeContaining('patient.search_text', ` ${each}`));
  return sql<boolean>`(${sql.join(found, sql` or `)})`;
}
