import { fold } from '@/lib/rules/search-text';
import type { Person, SessionProviders } from './assignment';

export interface PastedLine {
  number: number;
  providerIds: string[];
  /** None where the line has no second column: the note that stands there stays. */
  note: string | null;
}

/** A line that names nobody, or somebody whom two share a name with. */
export interface PasteFault {
  line: number;
  text: string;
  kind: 'unknown' | 'ambiguous' | 'beyond';
}

interface PasteTarget {
  from: number;
  count: number;
  offered: readonly Person[];
  isFixed?: (number: number) => boolean;
}

/**
 * Reads a column of a spreadsheet: a line a session from session `from` on, providers by name, initials or
 * their number in the list, several joined by `/` as a pool, then a tab and a note. Nothing is taken from a
 * text with a fault in it; lines of fixed sessions are passed over.
 */
export function readPaste(
  text: string,
  { from, count, offered, isFixed = () => false }: PasteTarget,
): { lines: PastedLine[]; faults: PasteFault[] } {
  const raw = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const lines: PastedLine[] = [];
  const faults: PasteFault[] = [];
  for (const [index, written] of raw.entries()) {
    const [people = '', ...rest] = written.split('\t');
    const fault = (kind: PasteFault['kind']) => faults.push({ line: index + 1, text: people.trim(), kind });
    if (from + index > count) {
      fault('beyond');
      continue;
    }
    if (isFixed(from + index)) continue;
    const found = people
      .split('/')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => matching(name, offered));
    if (found.some((some) => some.length === 0)) fault('unknown');
    else if (found.some((some) => some.length > 1)) fault('ambiguous');
    const note = rest.length === 0 ? null : rest.join(' ').trim().slice(0, LONGEST_NOTE);
    const providerIds = [...new Set(found.flatMap((some) => some.map(({ id }) => id)))];
    lines.push({ number: from + index, providerIds, note });
  }
  return { lines: faults.length === 0 ? lines : [], faults };
}

export const LONGEST_NOTE = 500;

/** Whom a name means: by its number, else the whole name, else its beginning or that of a part, else initials. */
function matching(name: string, offered: readonly Person[]): Person[] {
  if (/^\d+$/.test(name)) return offered.slice(Number(name) - 1, Number(name));
  const wanted = fold(name).trim();
  const named = offered.map((one) => ({ one, words: fold(one.name).trim().split(/\s+/) }));
  const whole = named.filter(({ words }) => words.join(' ') === wanted);
  if (whole.length > 0) return whole.map(({ one }) => one);
  const begun = named.filter(
    ({ words }) => words.join(' ').startsWith(wanted) || words.some((word) => word.startsWith(wanted)),
  );
  const initials = named.filter(
    ({ words }) => words.map((word) => word[0]).join('') === wanted.replace(/\./g, ''),
  );
  return (initials.length > 0 && wanted.replace(/\./g, '').length > 1 ? initials : begun).map(
    ({ one }) => one,
  );
}

/** The rows with what was pasted; an empty line leaves a session with nobody, as the column says. */
export function withPasted(
  rows: readonly SessionProviders[],
  lines: readonly PastedLine[],
): SessionProviders[] {
  const pasted = new Map(lines.map((line) => [line.number, line]));
  return rows.map((row, index) => {
    const line = pasted.get(index + 1);
    return line ? { providerIds: line.providerIds, note: line.note ?? row.note } : row;
  });
}
