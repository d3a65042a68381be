import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CsvRow, openCsv } from './csv-file';

const folder = mkdtempSync(join(tmpdir(), 'takt-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
async function read(content: string | Buffer) {
  const path = join(folder, `${++count}.csv`);
  writeFileSync(path, content);
  const file = await openCsv(path);
  if (!file.ok) return { refusal: file.error, headers: [], rows: [] };
  const rows: CsvRow[] = [];
  for await (const row of file.value.rows) rows.push(row);
  return { refusal: null, headers: file.value.headers, rows };
}

const cells = (rows: CsvRow[]) => rows.map((row) => (row.fault === null ? [row.line, ...row.cells] : row));

describe('reading a CSV file', () => {
  it('reads commas, semicolons and tabs, told by the header', async () => {
    for (const mark of [',', ';', '\t']) {
      const { headers, rows } = await read(`Id${mark}Name\n1${mark}Lina\n`);
      expect(headers).toEqual(['Id', 'Name']);
      expect(cells(rows)).toEqual([[2, '1', 'Lina']]);
    }
    expect((await read('"a,b,c";Name\n1;Lina')).headers).toEqual(['a,b,c', 'Name']);
  });

  it('reads with and without byte order mark, with any line ends', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { headers, rows } = await read(`\uFEFFId,Name${end}1,لينا 🦊${end}2,Sami`);
      expect(headers).toEqual(['Id', 'Name']);
      expect(cells(rows)).toEqual([
        [2, '1', 'لينا 🦊'],
        [3, '2', 'Sami'],
      ]);
    }
  });

  it('numbers rows by the line they begin on, over quoted line breaks and empty lines', async () => {
    const { rows } = await read('Id,Note\n1,"one\r\ntwo, ""three"""\n\n ,\n2,x\n');
    expect(cells(rows)).toEqual([
      [2, '1', 'one\r\ntwo, "three"'],
      [6, '2', 'x'],
    ]);
  });

  it('takes a stray quotation mark as it stands', async () => {
    const { rows } = await read('Id,Name\n1,Lina "Lou" H\n2,"Sami"x\n3,Nora\n');
    expect(cells(rows)).toEqual([
      [2, '1', 'Lina "Lou" H'],
      [3, '2', '"Sami"x'],
      [4, '3', 'Nora'],
    ]);
  });

  it('keeps the rows before a quotation mark that is never closed, and names the line from which it is lost', async () => {
    const { rows } = await read('Id,Name\n1,Lina\n2,"Sami\n3,Nora\n');
    expect(cells(rows)).toEqual([
      [2, '1', 'Lina'],
      { line: 3, fault: expect.stringContaining('never closed') },
    ]);
  });

  it('stops at a row that would fill the memory', async () => {
    const { rows } = await read(`Id,Name\n1,Lina\n2,"${'x'.repeat(1_100_000)}\n3,Nora\n4,Omar\n`);
    expect(cells(rows)).toEqual([[2, '1', 'Lina'], { line: 3, fault: expect.stringContaining('1 MB') }]);
  });

  it('refuses what is no text, empty, a folder or not there', async () => {
    expect((await read(Buffer.from('Id,Name\n', 'utf16le'))).refusal).toEqual({ kind: 'not_utf8' });
    expect((await read(Buffer.from('Id,Pr\xe9nom\n', 'latin1'))).refusal).toEqual({ kind: 'not_utf8' });
    expect((await read('')).refusal).toEqual({ kind: 'empty' });
    expect((await read('\uFEFF\n\n')).refusal).toEqual({ kind: 'empty' });
    expect(await openCsv(folder)).toMatchObject({ ok: false, error: { why: 'it is a folder' } });
    expect(await openCsv(join(folder, 'no.csv'))).toMatchObject({
      ok: false,
      error: { why: 'there is no such file' },
    });
  });

  it('reads a header without rows', async () => {
    expect(await read('Id,Name')).toEqual({ refusal: null, headers: ['Id', 'Name'], rows: [] });
  });
});
