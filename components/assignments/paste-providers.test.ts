import { describe, expect, it } from 'vitest';
import { readPaste, withPasted } from './paste-providers';

const person = (id: string, name: string) => ({ id, name });
const offered = [
  person('nora', 'Nora Haddad'),
  person('omar', 'Omar Aziz'),
  person('noor', 'Noor Haddad'),
  person('layla', 'ليلى حداد'),
];
const read = (text: string, from = 1, count = 6) => readPaste(text, { from, count, offered });
const ids = (text: string) => read(text).lines.map(({ providerIds }) => providerIds.join('+'));

describe('a column of providers that is pasted', () => {
  it('names them by name, part of a name, initials or number in the list', () => {
    expect(ids('Nora Haddad\nomar\nOA\n4\nليلى')).toEqual(['nora', 'omar', 'omar', 'layla', 'layla']);
  });

  it('reads what a spreadsheet writes: Windows line ends and an empty last line', () => {
    expect(ids('Omar Aziz\r\nNora Haddad\r\n')).toEqual(['omar', 'nora']);
  });

  it('takes a pool from names with a stroke between, and a note after a tab', () => {
    expect(read('omar / nora h\tbring the device').lines).toEqual([
      { number: 1, providerIds: ['omar', 'nora'], note: 'bring the device' },
    ]);
  });

  it('passes over what stands beside a session that is fixed, whoever it names', () => {
    const isFixed = (number: number) => number === 1;
    expect(readPaste('somebody who left\nomar', { from: 1, count: 2, offered, isFixed })).toEqual({
      lines: [{ number: 2, providerIds: ['omar'], note: null }],
      faults: [],
    });
  });

  it('begins at the session that it is pasted at', () => {
    expect(read('omar\nomar', 5).lines.map(({ number }) => number)).toEqual([5, 6]);
  });

  it('says of each line what nobody can know, and takes nothing of it', () => {
    const { lines, faults } = read('omar\nMallory\nHaddad\n9');
    expect(lines).toEqual([]);
    expect(faults).toEqual([
      { line: 2, text: 'Mallory', kind: 'unknown' },
      { line: 3, text: 'Haddad', kind: 'ambiguous' },
      { line: 4, text: '9', kind: 'unknown' },
    ]);
  });

  it('refuses lines for sessions that there are not', () => {
    expect(read('omar\nomar', 6).faults).toEqual([{ line: 2, text: 'omar', kind: 'beyond' }]);
    expect(read('omar', 6).faults).toEqual([]);
  });

  it('leaves other sessions and notes without a new one as they are', () => {
    const rows = ['a', 'b', 'c'].map((note) => ({ providerIds: ['nora'], note }));
    expect(withPasted(rows, read('omar\tnew\nomar', 2).lines)).toEqual([
      { providerIds: ['nora'], note: 'a' },
      { providerIds: ['omar'], note: 'new' },
      { providerIds: ['omar'], note: 'c' },
    ]);
  });
});
