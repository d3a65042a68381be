import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { worldOf } from '@/bench/worlds';
import { checkPlan } from '@/lib/scheduling/check-plan';
import { instanceToJson } from '@/lib/scheduling/instance-json';
import { aroundTheClock } from '@/lib/scheduling/testing/around-the-clock';
import { nora, sessions, smallClinic, withFixed } from '@/lib/scheduling/testing/small-clinic';

const folder = mkdtempSync(join(tmpdir(), 'takt-plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Outcome = { exitCode: number; stdout: string; stderr: string };

/** Runs the command as `npm run plan` does, with `input` on its stdin. */
function run(args: string[], input = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/bundled.mjs', 'scripts/plan.ts', ...args],
      (error, stdout, stderr) => resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
/** Runs it on a file of that content. */
function runOn(name: string, content: string | Uint8Array): Promise<Outcome> {
  const file = join(folder, name);
  writeFileSync(file, content);
  return run([file]);
}

const json = JSON.stringify(instanceToJson({ ...smallClinic, sessions: sessions(2) }));

describe('npm run plan', () => {
  it('prints the plan of a file or of stdin', async () => {
    const [file, stdin, marked] = await Promise.all([
      runOn('good.json', json),
      run(['-'], json),
      runOn('marked.json', `\uFEFF${json}`),
    ]);
    for (const outcome of [file, stdin, marked]) {
      expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
      const plan = JSON.parse(outcome.stdout);
      expect(plan).toMatchObject({ format: 'takt-plan/1', optimal: true, unplaced: [], cost: 1 });
      expect(plan.milliseconds).toBeGreaterThan(0);
      const placed = plan.placed.map((place: { start: string; end: string }) => ({
        ...place,
        start: Date.parse(place.start),
        end: Date.parse(place.end),
      }));
      expect(checkPlan({ ...smallClinic, sessions: sessions(2) }, { placed })).toEqual([]);
    }
  }, 120_000);

  it('answers anything else with lines on stderr and exit 2, never with a stack trace', async () => {
    const unbridged = withFixed(withFixed(sessions(3), 1, '2027-01-03T09:00:00Z'), 3, '2027-01-07T09:00:00Z');
    const largest = worldOf({ sessions: 100, days: 366, providers: 10, gridMinutes: 5 });
    const noDayIsBetter = { late: 0, gap: 0, clock: 4, change: 120, prefer: 0 };
    const outcomes = await Promise.all([
      run([]),
      run(['one', 'two']),
      run([join(folder, 'missing.json')]),
      run([folder]),
      run(['-'], ''),
      runOn('text', 'plan me, please'),
      runOn('half.json', json.slice(0, 200)),
      runOn('null.json', 'null'),
      runOn('deep.json', '['.repeat(200_000)),
      runOn('deeper.json', `{"a":${'['.repeat(99)}${']'.repeat(99)}}`),
      runOn('large.json', `[${' '.repeat(8_000_000)}]`),
      runOn(
        'heavy.json',
        JSON.stringify(instanceToJson({ ...aroundTheClock(largest), weights: noDayIsBetter })),
      ),
      runOn(
        'bytes',
        Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
      ),
      runOn('proto.json', '{"__proto__":{"format":"takt-instance/1"},"constructor":1}'),
      runOn(
        'unbridged.json',
        JSON.stringify(
          instanceToJson({
            ...smallClinic,
            maxGapDays: 2,
            sessions: unbridged,
            providers: [{ ...nora, hours: [] }],
          }),
        ),
      ),
    ]);
    for (const { exitCode, stdout, stderr } of outcomes) {
      expect(exitCode).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^.+\n/);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  }, 120_000);
});
