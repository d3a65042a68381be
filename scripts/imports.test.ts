// A rule that cannot fail guards nothing: a small house is built in which every rule of the import
// table is broken once, beside one in which everything allowed is done.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';

const root = dirname(import.meta.dirname);
const config = join(root, '.dependency-cruiser.cjs');

/** Each file with what it imports; `type ` before the address makes it a type import. */
type House = Record<string, readonly string[]>;

/** rule → file that breaks it → what it must not import */
const BREACHES: Record<string, House> = {
  'ui-knows-nothing-of-ours': {
    'components/ui/a-clock.tsx': ['@/lib/time/instant'],
    'components/ui/a-name.tsx': ['type @/lib/ids/new-id'],
  },
  'components-show-what-they-are-given': {
    'components/packages/a-reader.tsx': ['type @/db/reads/packages'],
    'components/packages/a-neighbour.tsx': ['@/components/calendar/day'],
    'components/packages/a-climber.tsx': ['type @/app/action'],
  },
  'components-know-lib-by-type': {
    'components/packages/a-doer.tsx': ['@/lib/packages/create-package'],
  },
  'app-is-above-all-but-below-nothing': {
    'app/a-driver/page.tsx': ['@/db/client'],
    'app/a-writer/page.tsx': ['@/db/writes/packages'],
    'app/a-seeder/page.tsx': ['@/db/seed'],
    'app/a-tester/page.tsx': ['@/e2e/pages'],
  },
  'lib-does-not-look-up-or-sideways': {
    'lib/packages/look-up.ts': ['@/app/action'],
    'lib/packages/look-at-screen.ts': ['@/components/ui/button'],
    'lib/packages/look-sideways.ts': ['@/lib/patients/find-patient'],
    'lib/packages/look-down.ts': ['@/db/client'],
    'lib/packages/deliver.ts': ['@/lib/notifications/deliver'],
  },
  'system-queries-are-for-sign-in-and-delivery': {
    'lib/packages/find-anywhere.ts': ['@/db/system'],
    'app/anywhere/page.tsx': ['@/db/system'],
  },
  'engine-is-pure': {
    'lib/scheduling/ask-database.ts': ['@/db/reads/packages'],
    'lib/scheduling/ask-area.ts': ['type @/lib/packages/create-package'],
  },
  'time-knows-nothing-of-ours': { 'lib/time/plan.ts': ['@/lib/scheduling/plan'] },
  'rules-are-pure': { 'lib/rules/ask.ts': ['@/db/reads/packages'] },
  'ids-know-nothing-of-ours': { 'lib/ids/dated.ts': ['@/lib/time/instant'] },
  'results-know-nothing-of-ours': { 'lib/result/timed.ts': ['@/lib/time/instant'] },
  'database-does-not-look-up': {
    'db/writes/decide.ts': ['@/lib/scheduling/plan'],
    'db/reads/show.ts': ['type @/lib/packages/create-package'],
  },
  'words-know-nothing-of-ours': { 'messages/clock.ts': ['@/lib/time/instant'] },
  'journeys-use-the-running-product': { 'e2e/cheat.spec.ts': ['@/db/writes/packages'] },
  'drivers-only-in-client': {
    'db/other-client.ts': ['pg'],
    'scripts/peek.ts': ['better-sqlite3'],
  },
  'kysely-stays-in-db': { 'lib/packages/query.ts': ['type kysely'] },
  'time-zones-only-in-time': { 'lib/packages/zone.ts': ['temporal-polyfill'] },
  'engine-needs-only-zod': {
    'lib/scheduling/read-file.ts': ['node:fs'],
    'lib/scheduling/number.ts': ['uuid'],
  },
  'time-needs-only-temporal': { 'lib/time/check.ts': ['zod'] },
  'rules-know-no-framework': {
    'lib/packages/redirect.ts': ['next/navigation'],
    'db/reads/cached.ts': ['react'],
  },
  'production-without-test-tools': { 'lib/packages/guess.ts': ['fast-check'] },
  // A cycle is reported once, at its first file.
  'no-cycles': { 'lib/packages/egg.ts': ['./hen'] },
  'no-orphans': { 'lib/packages/alone.ts': [] },
  'no-test-in-code': { 'lib/packages/borrow.ts': ['./create-package.test'] },
  'worlds-are-for-tests': { 'lib/packages/pretend.ts': ['@/db/testing'] },
  'no-broken-import': { 'lib/packages/lost.ts': ['./nowhere'] },
};

/** What the house allows, and at the same time what the breaches reach for. */
const GOOD_HOUSE: House = {
  'app/action.ts': ['@/lib/auth/session'],
  'app/layout.tsx': ['@/messages/languages'],
  'app/packages/page.tsx': [
    '@/components/packages/package-form',
    '@/db/reads/packages',
    '@/lib/packages/create-package',
    '@/app/action',
  ],
  'components/calendar/day.tsx': [
    '@/components/ui/button',
    '@/lib/time/instant',
    'type @/lib/packages/create-package',
  ],
  'components/packages/package-form.tsx': ['@/lib/packages/input', '@/components/ui/button', 'react'],
  'components/ui/button.tsx': ['react', 'clsx'],
  'db/client.ts': ['pg', 'better-sqlite3', 'kysely'],
  'db/reads/packages.ts': ['@/db/client', '@/lib/time/instant', '@/lib/ids/new-id'],
  'db/seed.ts': ['@/db/client'],
  'db/system.ts': ['@/db/client'],
  'db/testing.ts': ['@/db/client'],
  'db/writes/packages.ts': ['@/db/client', '@/lib/result/result'],
  'e2e/pages.ts': [],
  'lib/auth/session.ts': ['@/db/system', 'next-auth'],
  'lib/ids/new-id.ts': ['uuid'],
  'lib/notifications/deliver.ts': ['@/db/system'],
  'lib/notifications/queue.ts': ['@/db/writes/packages'],
  'lib/packages/create-package.test.ts': ['./create-package', '@/db/testing', 'fast-check'],
  'lib/packages/create-package.ts': [
    './input',
    '@/lib/planning/clinic-calendar',
    '@/lib/rules/package-status',
    '@/lib/notifications/queue',
    '@/db/reads/packages',
    '@/db/writes/packages',
  ],
  'lib/packages/hen.ts': ['./egg'],
  'lib/packages/input.ts': ['zod'],
  'lib/patients/find-patient.ts': ['@/db/reads/packages'],
  'lib/planning/clinic-calendar.ts': ['@/lib/scheduling/plan', '@/db/reads/packages'],
  'lib/result/result.ts': [],
  'lib/rules/package-status.ts': ['@/lib/time/instant'],
  'lib/scheduling/plan.ts': ['@/lib/time/instant', 'zod'],
  'lib/time/instant.ts': ['temporal-polyfill'],
  'messages/languages.ts': [],
  'scripts/start.ts': [
    '@/db/seed',
    '@/lib/patients/find-patient',
    '@/lib/notifications/deliver',
    '@/components/calendar/day',
  ],
};

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

let folder: string;
let broken: { rule: string; file: string }[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'takt-house-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const house of [GOOD_HOUSE, ...Object.values(BREACHES)]) build(house);
  broken = cruise();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(house: House) {
  for (const [file, imports] of Object.entries(house)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const lines = imports.map((address, index) => {
      const [, type = '', target = ''] = /^(type )?(.+)$/.exec(address) ?? [];
      return `import ${type}* as import${index} from '${target}';`;
    });
    writeFileSync(join(folder, file), `${lines.join('\n')}\nexport {};\n`);
  }
}

function cruise() {
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['--config', config, '--output-type', 'json', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { violations } = Report.parse(JSON.parse(stdout)).summary;
  return violations.map(({ from, rule }) => ({ rule: rule.name, file: from }));
}

describe('the import table', () => {
  test.each(Object.entries(BREACHES))('refuses what breaks “%s”', (rule, files) => {
    const found = broken.filter((breach) => breach.rule === rule).map(({ file }) => file);
    expect(found).toEqual(expect.arrayContaining(Object.keys(files)));
  });

  test('accepts a house in which all is where it belongs', () => {
    expect(broken.filter(({ file }) => file in GOOD_HOUSE)).toEqual([]);
  });

  test('has a breach for each of its rules', () => {
    const rules: { forbidden: { name: string }[] } = createRequire(import.meta.url)(config);
    expect(Object.keys(BREACHES).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
  });
});
