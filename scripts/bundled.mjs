/*
 * `node scripts/bundled.mjs PROGRAM ARGUMENTS...` runs a program written in TypeScript as one file: a short command
 * starts in a fifth of the time that finding and translating its modules one by one takes. The file is kept until
 * one of those it was made of is no longer the same.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const [program = ''] = process.argv.splice(2, 1);
const path = join('node_modules/.cache/takt', `${basename(program, '.ts')}.json`);
const code = keptCode() ?? (await bundledCode());
await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);

/** @returns {string | undefined} the code, if it was made of the files as they are */
function keptCode() {
  if (!statSync(path, { throwIfNoEntry: false })) return undefined;
  const { states, code } = JSON.parse(readFileSync(path, 'utf8'));
  return Object.entries(states).every(([file, state]) => stateOf(file) === state) ? code : undefined;
}

/** @returns {Promise<string>} */
async function bundledCode() {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    entryPoints: [program],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
  });
  const code = outputFiles[0].text;
  // What decides how they are put together counts as one of them.
  const files = [
    ...Object.keys(metafile.inputs),
    'tsconfig.json',
    'package-lock.json',
    'scripts/bundled.mjs',
  ];
  keep({ states: Object.fromEntries(files.map((file) => [file, stateOf(file)])), code });
  return code;
}

/** @param {object} bundle */
function keep(bundle) {
  // Written beside and moved, so that nobody who starts meanwhile reads half of it.
  const written = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(written, JSON.stringify(bundle));
    renameSync(written, path);
  } catch {
    // Whoever may not write here waits a little longer at each start.
  }
}

/** @param {string} file */
function stateOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : 'none';
}
