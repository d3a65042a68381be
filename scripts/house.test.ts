import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findPagesWithoutPermission,
  findUnwrappedActions,
  findUnwrappedRoutes,
  OPEN_DOORS,
} from './door-rules';
import { findBarrels, findEmptyNames, findLongFiles } from './house-rules';
import {
  findDisagreements,
  findLooseVersions,
  findMissingPlatforms,
  findRegistryAddresses,
  type Lock,
} from './lockfile-rules';
import { readSourceFiles, root } from './source-files';

const files = readSourceFiles();
const file = (path: string, text = '') => [{ path, text }];
const lines = (count: number) => 'x();\n'.repeat(count);

describe('the house', () => {
  test('has no file of more than 300 lines', () => expect(findLongFiles(files)).toEqual([]));
  test('has no room whose name says nothing', () => expect(findEmptyNames(files)).toEqual([]));
  test('has no barrel', () => expect(findBarrels(files)).toEqual([]));
  test('makes every server action with the wrapper', () => expect(findUnwrappedActions(files)).toEqual([]));
  test('makes every route with the wrapper', () => expect(findUnwrappedRoutes(files)).toEqual([]));
  test('asks for a permission on every page', () => expect(findPagesWithoutPermission(files)).toEqual([]));
  test('is read completely', () => expect(files.map(({ path }) => path)).toContain('scripts/house.test.ts'));
});

describe('a rule of the house', () => {
  test('accepts 300 lines and refuses 301, except where length is no fault', () => {
    expect(findLongFiles(file('lib/a/b.ts', lines(300)))).toEqual([]);
    expect(findLongFiles(file('lib/a/b.ts', lines(301)))).toHaveLength(1);
    expect(findLongFiles(file('lib/a/b.test.ts', lines(301)))).toEqual([]);
    expect(findLongFiles(file('db/migrations/0001-a.ts', lines(301)))).toEqual([]);
  });

  test('refuses a folder or file whose name could hold anything', () => {
    for (const path of [
      'lib/utils/a.ts',
      'lib/packages/helpers.ts',
      'components/hooks/a.tsx',
      'types/a.d.ts',
    ]) {
      expect(findEmptyNames(file(path)), path).toHaveLength(1);
    }
    expect(findEmptyNames(file('lib/packages/service-types.ts'))).toEqual([]);
  });

  test('refuses a file that only hands on', () => {
    expect(
      findBarrels(file('lib/a/index.ts', "export * from './b';\nexport { c } from './c';\n")),
    ).toHaveLength(1);
    expect(findBarrels(file('lib/a/index.ts', "import { b } from './b';\nexport { b };\n"))).toHaveLength(1);
    expect(findBarrels(file('lib/a/b.ts', "export { c } from './c';\nexport const d = 1;\n"))).toEqual([]);
    expect(findBarrels(file('lib/a/b.ts', "import './c';\n"))).toEqual([]);
  });

  test.each([
    ['a function', "'use server';\nexport async function save() {}"],
    ['another call', "'use server';\nexport const save = wrapped(async () => {});"],
    ['a bare function', "'use server';\nexport const save = async () => {};"],
    ['a list of names', "'use server';\nconst save = async () => {};\nexport { save };"],
    ['another module', "'use server';\nexport * from './more';"],
    ['a default', "'use server';\nexport default async function save() {}"],
    [
      'an action inside of a component',
      "export const Page = () => {\n  const save = async () => {\n    'use server';\n  };\n};",
    ],
  ])('refuses %s as a server action', (_, text) => {
    expect(findUnwrappedActions(file('app/packages/actions.ts', text))).toHaveLength(1);
  });

  test('accepts wrapped actions in app/, and only there', () => {
    const text =
      "'use server';\nexport type Saved = number;\nexport const save = action('package.create', input, create);\n";
    expect(findUnwrappedActions(file('app/packages/actions.ts', text))).toEqual([]);
    expect(findUnwrappedActions(file('lib/packages/actions.ts', text))).toHaveLength(1);
  });

  test('refuses a route handler that is not made by the wrapper', () => {
    const path = 'app/api/packages/[id]/route.ts';
    const wrapped =
      "export const dynamic = 'force-dynamic';\nexport const GET = routeHandler({ permission: 'a' });\n";
    expect(findUnwrappedRoutes(file(path, wrapped))).toEqual([]);
    expect(findUnwrappedRoutes(file(path, `${wrapped}export async function POST() {}`))).toHaveLength(1);
    expect(findUnwrappedRoutes(file(path, 'export const PUT = async () => {};'))).toHaveLength(1);
  });

  test('refuses a page without a permission call, even a commented one', () => {
    const path = 'app/packages/page.tsx';
    const asks = "await pageScope('package.read');";
    expect(findPagesWithoutPermission(file(path, asks))).toEqual([]);
    expect(findPagesWithoutPermission(file(path, `// ${asks}`))).toHaveLength(1);
  });

  test('leaves no door open that is not there', () => {
    const paths = new Set(files.map(({ path }) => path));
    expect(Object.keys(OPEN_DOORS).filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('the lock', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const lockOf = (packages: Lock['packages']): Lock => ({ packages });

  test('holds one exact version of each package', () => {
    expect(findLooseVersions(manifest)).toEqual([]);
    expect(
      findLooseVersions({ dependencies: { a: '^1.0.0', b: '1.0.0' }, devDependencies: { c: '*' } }),
    ).toHaveLength(2);
  });

  test('agrees with package.json', () => {
    expect(findDisagreements(manifest, lock)).toEqual([]);
    const older = lockOf({ '': { dependencies: { a: '1.0.0' } } });
    expect(findDisagreements({ dependencies: { a: '1.0.1' } }, older)).toHaveLength(1);
  });

  test('names no registry', () => {
    expect(findRegistryAddresses(lock)).toEqual([]);
    expect(
      findRegistryAddresses(lockOf({ 'node_modules/a': { resolved: 'https://example.org/a.tgz' } })),
    ).toHaveLength(1);
  });

  test('holds the packages of every platform', () => {
    expect(findMissingPlatforms(lock)).toEqual([]);
    const half = lockOf({
      'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-mac': '1.0.0' } },
      'node_modules/a/node_modules/a-linux': { version: '1.0.0' },
    });
    expect(findMissingPlatforms(half)).toEqual(['node_modules/a wants a-mac, which is not in the lock']);
  });
});
