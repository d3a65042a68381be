import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface SourceFile {
  /** From the root of the house, with `/`. */
  path: string;
  text: string;
}

export const root = dirname(import.meta.dirname);

const NOT_OURS = ['coverage', 'data', 'node_modules', 'playwright-report', 'shots', 'test-results'];
const CODE = /\.(ts|tsx|mjs|cjs|css)$/;

/** Every code file of the house, also those that git does not know yet. */
export function readSourceFiles(folder = ''): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return entry.name.startsWith('.') || NOT_OURS.includes(entry.name) ? [] : readSourceFiles(path);
    if (!CODE.test(entry.name) || entry.name === 'next-env.d.ts') return [];
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  });
}
