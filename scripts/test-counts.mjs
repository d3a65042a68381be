// Reads how many tests passed, failed and were skipped from what each runner writes.
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A check is one test: it holds or it does not. @param {boolean} holds @returns {Counts} */
export const countCheck = (holds) => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 });

/** @param {string} file @param {boolean} endedWell @returns {Counts} */
export function countVitest(file, endedWell) {
  const report = readReport(file);
  if (report === undefined) return countCheck(false);
  // A file that does not even load has no tests, and must not vanish from the count.
  const filesWithoutTests = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + filesWithoutTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return believeExitCode(counts, endedWell);
}

/** @param {string} file @param {boolean} endedWell @returns {Counts} */
export function countPlaywright(file, endedWell) {
  const report = readReport(file);
  if (report === undefined) return countCheck(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return believeExitCode({ passed: expected, failed: unexpected + flaky, skipped }, endedWell);
}

/** A runner may fail outside of its tests: in a setup, or for want of any test. @param {Counts} counts @param {boolean} endedWell */
const believeExitCode = (counts, endedWell) =>
  endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 };

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {readonly Counts[]} all @returns {Counts} */
export const addCounts = (all) =>
  all.reduce((sum, counts) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
    skipped: sum.skipped + counts.skipped,
  }));
