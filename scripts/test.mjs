// `npm test`: sets up what the tests need, runs every runner to its end, and counts all of them.
// Plain JavaScript without dependencies, since it runs before anything is installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuild } from './build.mjs';
import { createDatabase, startPostgres } from './postgres.mjs';
import { addCounts, countCheck, countPlaywright, countVitest } from './test-counts.mjs';
import { ensureInstalled, run, stopAll } from './toolbox.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const NOTHING_TESTED = { passed: 0, failed: 0, skipped: 0 };
const folder = mkdtempSync(join(tmpdir(), 'takt-test-'));
/** @type {{ name: string, seconds: number, counts: Counts }[]} */
const results = [];
/** What to undo, the last first. @type {(() => unknown)[]} */
const undo = [() => rmSync(folder, { recursive: true, force: true }), stopAll];

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    isStopping = true;
    console.error(`\n${signal}: cleaning up …`);
    await cleanUp();
    process.exit(130);
  });
}

await runEverything();
await cleanUp();
process.exitCode = report();

async function runEverything() {
  if (!(await step('set up', setUp))) return;
  await step('biome', () => check('biome', ['check', '--error-on-warnings', '.']));
  await step('oxlint', () => check('oxlint', ['--deny-warnings']));
  await step('types', () => check('npm', ['run', '--silent', 'typecheck']));
  await step('imports', () => check('npm', ['run', '--silent', 'check:imports']));
  await step('dead code', () => check('knip', []));
  await step('unit tests', runVitest);
  const isBuilt = await step('build', async () => countCheck(await ensureBuild()));
  if (!isBuilt) return;
  const databases = await createBrowserDatabases();
  await step('browser tests', () => runPlaywright(databases));
  for (const [kind, url] of Object.entries(databases)) {
    await step(`invariants on ${kind}`, () => checkInvariants(url));
  }
}

async function setUp() {
  await ensureInstalled();
  await ensureBrowser();
  const postgres = await startPostgres();
  undo.push(postgres.stop);
  process.env.TEST_POSTGRES_URL = postgres.url;
  return NOTHING_TESTED;
}

/** The browser tests work on these, and what they leave there is checked afterwards. */
async function createBrowserDatabases() {
  const database = await createDatabase(process.env.TEST_POSTGRES_URL ?? '');
  undo.push(database.drop);
  return { SQLite: `file:${join(folder, 'browser.db')}`, PostgreSQL: database.url };
}

/** @param {string} name @param {() => Promise<Counts>} work @returns {Promise<boolean>} whether all went well */
async function step(name, work) {
  if (isStopping) return false;
  console.log(`\n— ${name}`);
  const start = performance.now();
  const counts = await work().catch((error) => {
    console.error(error);
    return countCheck(false);
  });
  results.push({ name, seconds: (performance.now() - start) / 1000, counts });
  return counts.failed === 0;
}

/** Shows the output only of a check that fails. @param {string} program @param {string[]} args */
async function check(program, args) {
  const { code, output } = await run(program, args, { quiet: true });
  if (code !== 0) console.log(output);
  return countCheck(code === 0);
}

async function runVitest() {
  const file = join(folder, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run('vitest', args);
  return countVitest(file, code === 0);
}

/** @param {{ SQLite: string, PostgreSQL: string }} databases */
async function runPlaywright({ SQLite, PostgreSQL }) {
  const file = join(folder, 'playwright.json');
  const { code } = await run('playwright', ['test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, E2E_SQLITE_URL: SQLite, E2E_POSTGRES_URL: PostgreSQL },
  });
  return countPlaywright(file, code === 0);
}

/** @param {string} url */
async function checkInvariants(url) {
  const { code, output } = await run('npm', ['run', '--silent', 'invariants', '--', '--database', url], {
    quiet: true,
  });
  console.log(output);
  return countCheck(code === 0);
}

async function cleanUp() {
  for (const work of undo.splice(0).reverse()) await work();
}

/** @returns {number} the exit code */
function report() {
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log(`\n${'step'.padEnd(width)}  seconds  passed  failed  skipped`);
  for (const { name, seconds, counts } of results) {
    const numbers = [counts.passed, counts.failed, counts.skipped].map((count) => String(count).padStart(6));
    console.log(`${name.padEnd(width)}  ${seconds.toFixed(1).padStart(7)}  ${numbers.join('  ')}`);
  }
  const { passed, failed, skipped } = addCounts(results.map(({ counts }) => counts));
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  // Where the result decides, a test that was not run has not passed.
  return failed > 0 || (process.env.CI === 'true' && skipped > 0) ? 1 : 0;
}
