// What the scripts need from the machine itself. Plain JavaScript without dependencies: it runs on
// the system's Node before anything is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** @param {string} program @returns {string | undefined} the full path of a program on the PATH */
export function findOnPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, program))
    .find(isExecutable);
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const isRoot = process.getuid?.() === 0;

/** A Debian (or a child of Debian) on which we may install: never with sudo, never by asking. */
export const canAptInstall = () =>
  isRoot && existsSync('/etc/debian_version') && findOnPath('apt-get') !== undefined;

/** @param {string} name of the Debian package @returns {boolean} whether it is there now */
export function aptInstall(name) {
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  console.error(`Installing ${name} with apt-get, once …`);
  const install = () => apt('install', '-y', '-qq', '--no-install-recommends', name);
  // A fresh image has no package lists, an old one has stale ones: both are mended by an update.
  return install() || (apt('update', '-qq') && install());
}

/** @returns {Promise<number>} a port of 127.0.0.1 that nothing listens on */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
