// Installs the packages when needed and runs their programs. Plain JavaScript on the system's Node: on
// linux-x64 the programs themselves run on the newer Node that is installed among the packages.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = '22.13.0';
const OLDEST_NODE_TO_START_FROM = '20.9.0';
const bringsItsOwnNode = process.platform === 'linux' && process.arch === 'x64';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Makes node_modules agree with package-lock.json; does nothing when it does already. */
export async function ensureInstalled() {
  refuseOldNode(process.versions.node, bringsItsOwnNode ? OLDEST_NODE_TO_START_FROM : OLDEST_NODE);
  if (isInstalled()) return;
  console.error('Installing the packages of package-lock.json …');
  // The tools for building and testing are wanted even where NODE_ENV says production.
  const { code } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error('npm ci failed: see above.');
  const { output } = await run('node', ['--version'], { quiet: true });
  refuseOldNode(output.trim().replace(/^v/, ''), OLDEST_NODE);
}

/** @param {string} found @param {string} needed */
function refuseOldNode(found, needed) {
  if (found.localeCompare(needed, 'en', { numeric: true }) >= 0) return;
  throw new Error(
    `Takt needs Node ${needed} or newer on ${process.platform}-${process.arch}, this is Node ${found || 'unknown'}.`,
  );
}

/** npm notes what it installed; it does so last, so an interrupted installation does not count. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional && present[path] === undefined),
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs a program of node_modules/.bin (or the PATH) in a process group of its own, so that this script
 * alone decides how it ends.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean }} [options] quiet: collect the output instead of showing it
 * @returns {Promise<{ code: number, stdout: string, output: string }>} output: both streams as they came
 */
export function run(program, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(program, args, { env, stdio: quiet ? 'pipe' : 'inherit' });
    let output = '';
    let stdout = '';
    child.stdout?.on('data', (chunk) => (stdout += chunk));
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, output }));
  });
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, stdio?: 'pipe' | 'inherit' }} [options]
 */
export function start(program, args, { env = {}, stdio = 'pipe' } = {}) {
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    env: { ...toolEnvironment(), ...env },
    stdio: ['ignore', stdio, stdio],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

function toolEnvironment() {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1' };
}

/** Ends what `start` and `run` began, and only that: kindly first, after ten seconds for good. */
export async function stopAll() {
  await Promise.all([...running].map(stopChild));
}

/** @param {import('node:child_process').ChildProcess} child */
export async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  signalGroup(child.pid, 'SIGINT');
  const impatience = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), 10_000);
  await ended;
  clearTimeout(impatience);
}

/** @param {number | undefined} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}
