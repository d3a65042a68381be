import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addCounts, countCheck, countPlaywright, countVitest } from './test-counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'takt-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = (more: object) =>
  report({
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...more,
  });
const playwright = (more: object) =>
  report({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0, ...more } });

describe('counting', () => {
  test('adds the runners up', () => {
    const all = [countCheck(true), countCheck(false), countVitest(vitest({ numTodoTests: 2 }), true)];
    expect(addCounts(all)).toEqual({ passed: 6, failed: 1, skipped: 2 });
  });

  test('counts a file that does not load as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest(vitest({ testResults }), false)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  test('counts a test that passes only at the second try as a failure', () => {
    expect(countPlaywright(playwright({ flaky: 1 }), true)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  test('believes a runner that fails although its tests pass', () => {
    expect(countVitest(vitest({}), false).failed).toBe(1);
    expect(countPlaywright(playwright({}), false).failed).toBe(1);
  });

  test('counts a runner that leaves no report as a failure', () => {
    expect(countVitest(join(folder, 'nothing.json'), true)).toEqual(countCheck(false));
    expect(countPlaywright(join(folder, 'nothing.json'), true)).toEqual(countCheck(false));
  });
});
