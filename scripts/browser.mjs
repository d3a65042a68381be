// Finds a browser for the tests and the photographs, or installs one.
import { existsSync } from 'node:fs';
import { aptInstall, canAptInstall, findOnPath, isRoot } from './machine.mjs';
import { run } from './toolbox.mjs';

/** Chromium without windows: lighter to start, to run and to install. */
const WITHOUT_WINDOWS = 'chromium-headless-shell';
const ON_PATH = [WITHOUT_WINDOWS, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** What a browser in a test must not do: talk to its maker, keep a sandbox that root cannot have. */
export const browserFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {string | undefined} the browser to use; undefined means the one that Playwright downloads */
export function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const installed = ON_PATH.map(findOnPath).find((path) => path !== undefined);
  return installed ?? (existsSync(ON_MAC) ? ON_MAC : undefined);
}

export async function ensureBrowser() {
  if (findBrowser() !== undefined) return;
  const isInstalled = canAptInstall() && (aptInstall(WITHOUT_WINDOWS) || aptInstall('chromium'));
  if (isInstalled && findBrowser() !== undefined) return;
  const { code } = await run('playwright', ['install', 'chromium']);
  if (code !== 0) throw new Error('No browser: install Chromium or Chrome, or set CHROMIUM_PATH.');
}
