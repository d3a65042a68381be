// The production build, made again only when something that goes into it has changed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './toolbox.mjs';

const BUILD = join(root, process.env.NEXT_DIST_DIR ?? '.next');
// `next build` empties its folder first, so a build made by hand leaves no stamp and is not trusted.
const STAMP = join(BUILD, 'built-from');
const FOLDERS = ['app', 'components', 'db', 'lib', 'messages', 'public'];

/** @returns {Promise<boolean>} whether a build of the present sources is there */
export async function ensureBuild() {
  const sources = hashSources();
  if (readStamp() === sources) return true;
  // TypeScript 7 does not notice in its own notes when the generated list of routes has changed.
  rmSync(join(BUILD, 'cache', '.tsbuildinfo'), { force: true });
  const { code } = await run('next', ['build']);
  if (code !== 0) return false;
  // Sources that changed during the build are not what was built.
  if (hashSources() === sources) writeFileSync(STAMP, sources);
  return true;
}

function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined;
  }
}

function hashSources() {
  const hash = createHash('sha256');
  for (const file of [...rootFiles(), ...FOLDERS.flatMap(filesBelow)].sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function rootFiles() {
  const entries = readdirSync(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /^[a-z].*\.(ts|mjs|json)$/.test(entry.name))
    .map((entry) => entry.name)
    .filter((name) => name !== 'next-env.d.ts');
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  } catch {
    return [];
  }
}
