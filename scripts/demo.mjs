// `npm run demo`: from a fresh clone to a running clinic in one command. Plain JavaScript without
// dependencies, since it runs before anything is installed.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from './build.mjs';
import { seed, startProduct } from './product.mjs';
import { ensureInstalled, root, stopAll } from './toolbox.mjs';

const HELP = `npm run demo -- [--port N] [--host ADDRESS] [--fresh]

  --port N        the port to use; without it 3000, or the next one that is free
  --host ADDRESS  who may connect: 127.0.0.1 (this machine, the default) or 0.0.0.0 (everyone)
  --fresh         forget what the demo holds and start it anew`;

const DEFAULT_PORT = 3000;
const data = join(root, 'data');
const database = join(data, 'takt.db');
const signInsFile = join(data, 'demo-sign-ins.json');
const runningFile = join(data, 'demo-running.json');

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    isStopping = true;
    console.log('\nStopping …');
    await stopAll();
    process.exit(0);
  });
}

try {
  await runDemo();
} catch (error) {
  // What is being stopped ends with an error of its own, which is nobody's fault.
  if (!isStopping) {
    console.error(error instanceof Error ? error.message : error);
    await stopAll();
    process.exitCode = 1;
  }
}

async function runDemo() {
  const options = readOptions();
  if (options === undefined) return console.log(HELP);
  const other = await runningDemo();
  if (options.fresh && other) {
    throw new Error(`The demo runs at ${other} and works with this data. Stop it there with Ctrl-C first.`);
  }
  await ensureInstalled();
  if (!(await ensureBuild())) throw new Error('The build failed: see above.');
  mkdirSync(data, { recursive: true });
  const port = await choosePort(options.port);
  if (options.fresh) {
    removeDatabase(database);
    rmSync(signInsFile, { force: true });
  }
  await fillOnce();
  const product = await startProduct({
    databaseUrl: 'file:data/takt.db',
    port,
    secret: readSecret(),
    host: options.host,
    address: 'localhost',
  });
  if (!other) writeFileSync(runningFile, JSON.stringify({ pid: process.pid, url: product.url }));
  console.log(
    `\nTakt runs at ${product.url}\n\n${table(readSignIns())}\n\nIts data is in data/takt.db. Ctrl-C stops it.`,
  );
  const log = await product.ended;
  throw new Error(`The server ended:\n${log}`);
}

/**
 * Where another demo of this clone runs, whose data must not be taken away from under it.
 * @returns {Promise<string | null>}
 */
async function runningDemo() {
  if (!existsSync(runningFile)) return null;
  const { pid, url } = JSON.parse(readFileSync(runningFile, 'utf8'));
  // A number may since belong to another process, and an address to another clone: both together do not lie.
  const isAnswering = await fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
  return isAnswering && isAlive(pid) ? url : null;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port ${values.port}: a port is a number from 1 to 65535.`);
  }
  return { port, host: values.host ?? '127.0.0.1', fresh: values.fresh === true };
}

/** @param {number | undefined} wanted */
async function choosePort(wanted) {
  const first = wanted ?? DEFAULT_PORT;
  if (await isFree(first)) return first;
  if (wanted !== undefined) throw new Error(`Port ${wanted} is taken.`);
  for (let port = first + 1; port < first + 100; port++) {
    if (!(await isFree(port))) continue;
    console.log(`Port ${first} is taken, so this is port ${port}.`);
    return port;
  }
  throw new Error(`Ports ${first} to ${first + 99} are all taken: choose one with --port.`);
}

/**
 * Whether nobody listens there in any way: a browser that is sent to localhost may take either family.
 * @param {number} port
 */
async function isFree(port) {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0', '::']) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has nobody listening there either.
    server.once('error', (error) =>
      resolve('code' in error && /^EA(DDRNOTAVAIL|FNOSUPPORT)$/.test(`${error.code}`)),
    );
    server.listen({ port, host, ipv6Only: host === '::' }, () => server.close(() => resolve(true)));
  });
}

/** @param {string} file */
function removeDatabase(file) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

/** Fills the database on the first run; later runs keep what is in it. */
async function fillOnce() {
  if (existsSync(database)) return;
  console.log('Filling the demo clinic …');
  // Filled beside its place: a run that is interrupted leaves no half-filled clinic.
  const unfinished = join(data, 'unfinished.db');
  removeDatabase(unfinished);
  const filled = await seed(`file:${unfinished}`);
  if (filled === 'has data already') throw new Error(`${unfinished} is in use.`);
  // Written down, since a database keeps no passwords to show again.
  writeFileSync(signInsFile, JSON.stringify(filled.signIns), { mode: 0o600 });
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(unfinished + suffix)) renameSync(unfinished + suffix, database + suffix);
  }
}

/** @returns {import('./product.mjs').SignIn[]} */
function readSignIns() {
  try {
    return JSON.parse(readFileSync(signInsFile, 'utf8'));
  } catch {
    return [];
  }
}

/** Made once and kept, so that a restart signs nobody out. */
function readSecret() {
  const file = join(data, 'demo-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** @param {import('./product.mjs').SignIn[]} signIns */
function table(signIns) {
  if (signIns.length === 0)
    return 'data/takt.db was not made by the demo: sign in with the accounts you know.';
  const rows = [['role', 'e-mail', 'password', 'organisation']];
  for (const { role, email, password, tenant } of signIns) rows.push([role, email, password, tenant]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}
