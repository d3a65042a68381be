// Rules that keep the rooms small and findable. Each takes the files and returns what is wrong.
import type { SourceFile } from './source-files';

const MOST_LINES = 300;
const MAY_BE_LONGER = [/^db\/migrations\//, /^messages\//, /\.(test|spec)\.tsx?$/];
/** path → why it may be longer. The list only shrinks. */
const LONGER_WITH_A_REASON: Record<string, string> = {};

const NAMES_THAT_SAY_NOTHING = ['common', 'constants', 'helpers', 'hooks', 'services', 'types', 'utils'];

export function findLongFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !MAY_BE_LONGER.some((pattern) => pattern.test(path)))
    .filter(({ path }) => !(path in LONGER_WITH_A_REASON))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines, ${MOST_LINES} are the most`);
}

/** A folder or file is named for what it holds; these names hold anything. */
export function findEmptyNames(files: readonly SourceFile[]): string[] {
  return files
    .map(({ path }) => path)
    .filter((path) =>
      path
        .split('/')
        .some((part) => NAMES_THAT_SAY_NOTHING.includes(part.replace(/\..*$/, '').toLowerCase())),
    )
    .map((path) => `${path}: name it for what it holds`);
}

/** A barrel hides where things are and pulls in what nobody asked for. */
export function findBarrels(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => /\.tsx?$/.test(path) && isOnlyReExports(text))
    .map(({ path }) => `${path} only hands on what others export: import it from where it is`);
}

function isOnlyReExports(text: string): boolean {
  const code = withoutComments(text).replace(/^\s*import\s[^;]*;/gm, '');
  const rest = code.replace(
    /^\s*export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})(\s+from\s+['"][^'"]+['"])?\s*;?/gm,
    '',
  );
  return code.trim() !== '' && rest.trim() === '';
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
