// Starts the built product on a database, the way that demo, browser tests and photographs need it.
import { run, start, stopChild } from './toolbox.mjs';

/** @typedef {{ role: string, email: string, password: string, tenant: string }} SignIn */

const SEED_REFUSED = 3;
const START_SECONDS = 60;

/**
 * Fills an empty database with the demo.
 * @param {string} databaseUrl
 * @returns {Promise<{ signIns: SignIn[] } | 'has data already'>}
 */
export async function seed(databaseUrl) {
  const args = ['run', '--silent', 'seed', '--', '--database', databaseUrl];
  const { code, stdout, output } = await run('npm', args, { quiet: true });
  if (code === SEED_REFUSED) return 'has data already';
  if (code !== 0) throw new Error(`The demo data could not be made:\n${output}`);
  return { signIns: JSON.parse(stdout).signIns };
}

/**
 * @param {{ databaseUrl: string, port: number, secret: string, host?: string, address?: string }} options
 *   address: what browsers call it, when that is not the host
 * @returns {Promise<{ url: string, ended: Promise<string>, stop: () => Promise<void> }>} ended: what it said, when it ends
 */
export async function startProduct({ databaseUrl, port, secret, host = '127.0.0.1', address = host }) {
  const url = `http://${address}:${port}`;
  const child = start('next', ['start', '--port', String(port), '--hostname', host], {
    env: { DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret, NEXTAUTH_URL: url, NODE_ENV: 'production' },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    // The end is what matters of a long log.
    stream?.on('data', (chunk) => (log = (log + chunk).slice(-20_000)));
  }
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => child.once('close', () => resolve(log)));
  const isUp = await Promise.race([waitUntilHealthy(`http://127.0.0.1:${port}`), ended.then(() => false)]);
  if (!isUp) {
    await stopChild(child);
    throw new Error(`The server did not start:\n${log}`);
  }
  return { url, ended, stop: () => stopChild(child) };
}

/** @param {string} url */
async function waitUntilHealthy(url) {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline) {
    const response = await fetch(`${url}/api/health`).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
