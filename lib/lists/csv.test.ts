import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { BYTE_ORDER_MARK, csvLine, csvPieces } from './csv';

const read = (text: string): unknown => parse(text, { bom: true });

describe('a line of CSV', () => {
  it.each([
    ['a comma', 'Haddad, Lina'],
    ['a quotation mark', 'the "quiet" room'],
    ['a line break', 'first\nsecond'],
    ['a carriage return', 'first\r\nsecond'],
    ['Arabic', 'أحمد منصور'],
    ['blanks around', '  Lina  '],
  ])('reads back a text with %s as it was', (_, text) => {
    expect(read(csvLine([text, 'next']))).toEqual([[text, 'next']]);
  });

  it.each(['=1+1', '+4479', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1'])(
    'makes a text of %j, which a spreadsheet would take for a formula',
    (text) => {
      expect(read(csvLine([text]))).toEqual([[`'${text}`]]);
    },
  );

  it('leaves numbers numbers, also below zero, and nothing empty', () => {
    expect(csvLine([-3, 0, null, ''])).toBe('-3,0,,\r\n');
  });

  it('leaves a sign within a text alone', () => {
    expect(csvLine(['PKG-20270103-0001', 'a=b', 'x@y.org'])).toBe('PKG-20270103-0001,a=b,x@y.org\r\n');
  });
});

describe('a file in pieces', () => {
  const fileOf = async (pages: readonly (readonly number[])[], { lost = false } = {}) => {
    const asked: (string | null)[] = [];
    const pieces = csvPieces<number>({
      head: ['Number'],
      lineOf: (row) => [row],
      readPage: async (after) => {
        asked.push(after);
        const at = after === null ? 0 : Number(after);
        const isFirst = at === 0 || lost;
        return {
          rows: pages[lost ? 0 : at] ?? [],
          previous: isFirst ? null : 'before',
          next: at + 1 < pages.length ? String(at + 1) : null,
        };
      },
    });
    let text = '';
    for await (const piece of pieces) text += piece;
    return { text, asked };
  };

  it('says that it is UTF-8, then its columns, then every page', async () => {
    const { text, asked } = await fileOf([[1, 2], [3]]);
    expect(text).toBe(`${BYTE_ORDER_MARK}Number\r\n1\r\n2\r\n3\r\n`);
    expect(asked).toEqual([null, '1']);
  });

  it('has its columns alone when there is nothing', async () => {
    expect((await fileOf([[]])).text).toBe(`${BYTE_ORDER_MARK}Number\r\n`);
  });

  it('ends when the rest of the list goes away meanwhile', async () => {
    expect((await fileOf([[1], [2], [3]], { lost: true })).text).toBe(`${BYTE_ORDER_MARK}Number\r\n1\r\n`);
  });
});
