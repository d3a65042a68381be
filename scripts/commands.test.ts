// The commands as a person types them: what they print, and how they end.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { root } from './source-files';

const folder = mkdtempSync(join(tmpdir(), 'takt-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, ...lines: string[]) => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

/** Runs one of the commands; answers its exit code and what it printed. */
function run(command: string, ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${command}.ts`, ...args], { cwd: root });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const TIMEOUT = 60_000;

describe.each(DIALECTS)('a tenant from the command line on %s', (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.remove());

  it(
    'is made, filled from files, and found without a breach',
    async () => {
      const on = ['--database', database.url];
      const made = await run(
        'tenant',
        'create',
        '--slug',
        'north',
        '--name',
        'North',
        '--admin',
        'mona@north.example',
        ...on,
      );
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(made.out).toMatch(/^Password [A-Za-z0-9-]{23}$/m);

      const patients = file('p.csv', 'Id,First,Last', 'p1,Lina,Haddad', 'p2,,Berg');
      const providers = file('d.csv', 'Id,Name', 'd1,Nora');
      const visit = 'v1,2027-02-01 09:00,2027-02-01 09:45,p1,d1';
      const visits = file('v.csv', 'Id,Start,Stop,Patient,Provider', visit);
      const files = ['--patients', patients, '--providers', providers, '--appointments', visits];
      const imported = await run('import', '--tenant', 'north', '--zone', 'Asia/Riyadh', ...files, ...on);
      expect(imported).toMatchObject({ code: 0, err: '' });
      expect(imported.out).toContain('p.csv:3: refused: has no first name');
      expect(imported.out).toContain('“North” was made, in Asia/Riyadh');
      expect(imported.out).toMatch(/^patients: 1 created, 0 already there, 1 refused, of 2 rows/m);

      const again = await run('import', '--tenant', 'north', '--dry-run', '--json', ...files, ...on);
      expect(JSON.parse(again.out)).toMatchObject({
        dryRun: true,
        files: [
          { kind: 'patients', existing: 1, refused: 1 },
          { kind: 'providers', existing: 1 },
          { kind: 'appointments', existing: 1 },
        ],
        refusals: [{ line: 3, text: 'has no first name' }],
      });

      const checked = await run('invariants', ...on);
      expect(checked).toMatchObject({ code: 0, err: '' });
      expect(checked.out).toMatch(/^0 breaches of 1 appointments: no provider is booked twice$/m);
      expect(checked.out).toMatch(/^tenant north: 1 clinic, 1 provider, 1 patient,/m);

      await database.handle
        .withoutPlugins()
        .deleteFrom('audit')
        .where('record_type', '=', 'patient')
        .execute();
      const broken = await run('invariants', ...on);
      expect(broken.code).toBe(1);
      expect(broken.out).toMatch(/^1 breach of \d+ records: every record has its audit$/m);
      expect(broken.out).toContain('north: patient has no audit row');

      const taken = await run('tenant', 'create', '--slug', 'north', '--name', 'Again', ...on);
      expect(taken).toEqual({
        code: 1,
        out: '',
        err: 'There is a tenant "north" already: choose another --slug.\n',
      });
    },
    TIMEOUT,
  );
});

describe('a command that cannot do what it is told', () => {
  const database = ['--database', `file:${join(folder, 'empty.db')}`];
  const patients = () => ['--patients', file('ok.csv', 'Id,First,Last')];

  const wrong: [string, string[], RegExp][] = [
    ['tenant', ['create', '--slug', 'North!', '--name', 'N', ...database], /^--slug is the short name/],
    [
      'tenant',
      ['create', '--slug', 'n', '--name', 'N', '--admin', 'nobody', ...database],
      /^--admin is not an e-mail/,
    ],
    ['import', ['--patients', 'p.csv', ...database], /^Say whose data it is/],
    [
      'import',
      ['--tenant', 'north', '--zone', 'Mars', ...patients(), ...database],
      /^"Mars" is no time zone/,
    ],
    ['import', ['--tenant', 'nobody', ...patients(), ...database], /^There is no tenant "nobody"/],
    ['import', ['--nonsense', ...database], /^Unknown option '--nonsense'/],
    ['invariants', ['--database', `file:${join(folder, 'missing.db')}`], /^There is no database/],
  ];

  it.each(wrong)(
    '%s %j says why in one line and exits with 2',
    async (command, args, line) => {
      const { code, out, err } = await run(command, ...args);
      expect(err).toMatch(line);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect({ code, out }).toEqual({ code: 2, out: '' });
    },
    TIMEOUT,
  );

  it(
    'import names the file that it cannot read, and why',
    async () => {
      await run('tenant', 'create', '--slug', 'north', '--name', 'North', ...database);
      const missing = await run(
        'import',
        '--tenant',
        'north',
        '--patients',
        join(folder, 'no.csv'),
        ...database,
      );
      expect(missing.code).toBe(2);
      expect(missing.err).toContain('no.csv: it cannot be read: there is no such file.');
      const odd = await run('import', '--tenant', 'north', '--patients', file('odd.csv', 'A,B'), ...database);
      expect(odd.code).toBe(2);
      expect(odd.err).toContain(
        'the header names no column for an id or file number, a first and a last name.',
      );
    },
    TIMEOUT,
  );
});
