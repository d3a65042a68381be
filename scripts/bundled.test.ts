import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'takt-bundled-'));
  writeFileSync(
    join(folder, 'say.ts'),
    "import { word } from './word';\nconsole.log(word, process.argv[2]);\n",
  );
  sayFromNowOn('one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const sayFromNowOn = (word: string) =>
  writeFileSync(join(folder, 'word.ts'), `export const word: string = '${word}';\n`);

const kept = () => join(folder, 'node_modules/.cache/takt/say.json');

function run(): string {
  const args = [resolve('scripts/bundled.mjs'), 'say.ts', 'twice'];
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
}

describe('a bundled program', () => {
  it('is kept from one start to the next', () => {
    expect(run()).toBe('one twice\n');
    const bundle = JSON.parse(readFileSync(kept(), 'utf8'));
    writeFileSync(kept(), JSON.stringify({ ...bundle, code: bundle.code.replace('one', 'kept') }));
    expect(run()).toBe('kept twice\n');
  });

  it('is put together anew when one of its files has changed', () => {
    run();
    sayFromNowOn('other');
    expect(run()).toBe('other twice\n');
  });

  it('runs where nothing can be kept', () => {
    writeFileSync(join(folder, 'node_modules'), 'a file in the way');
    expect(run()).toBe('one twice\n');
  });
});
