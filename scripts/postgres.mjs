// A private PostgreSQL for one run: a cluster in a temporary folder on a free port, gone afterwards.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aptInstall, canAptInstall, findFreePort, findOnPath, isExecutable, isRoot } from './machine.mjs';

// Durability is worth nothing here and costs most of the time.
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'timezone=UTC',
];

// The cluster lives as long as the pipe on this script's standard input. However its owner ends, even
// by SIGKILL, the pipe closes, the server stops and the folder goes.
const KEEPER = `
  trap '' INT HUP TERM
  bin=$1 folder=$2 settings=$3
  if "$bin/initdb" -D "$folder/data" -U takt -E UTF8 --locale=C --no-sync -A scram-sha-256 \
       --pwfile="$folder/password" >"$folder/log" 2>&1 &&
     "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log" -o "$settings" start >>"$folder/log" 2>&1
  then echo ready; cat >/dev/null
  else cat "$folder/log"
  fi
  "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$folder"
`;

/**
 * TEST_POSTGRES_URL when it is set, else a private cluster.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres() {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) return { url: given, stop: async () => {} };
  const bin = findServerPrograms() ?? installServer();
  // Between finding a free port and using it someone else may take it.
  for (let attempt = 1; ; attempt++) {
    const { url, said, stop } = await startCluster(bin);
    if (said === 'ready') return { url, stop };
    await stop();
    if (attempt === 3) throw new Error(`PostgreSQL did not start: ${said}`);
  }
}

/** @param {string} bin */
async function startCluster(bin) {
  const port = await findFreePort();
  const password = randomBytes(16).toString('hex');
  const folder = mkdtempSync(join(tmpdir(), 'takt-postgres-'));
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  // PostgreSQL refuses to be root.
  const owner = isRoot ? { uid: idOfNobody('-u'), gid: idOfNobody('-g') } : undefined;
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);

  const settings = [`port=${port}`, ...SETTINGS].map((setting) => `-c ${setting}`).join(' ');
  const keeper = spawn('sh', ['-c', KEEPER, 'postgres-keeper', bin, folder, settings], {
    ...owner,
    cwd: '/',
    detached: true,
    env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => keeper.once('close', () => resolve()));
  keeper.stdin.on('error', () => {});
  /** @type {string} */
  const said = await new Promise((resolve) => {
    let text = '';
    keeper.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.startsWith('ready\n')) resolve('ready');
    });
    keeper.once('close', () => resolve(text));
    keeper.once('error', (error) => resolve(error.message));
  });
  // A caller that just ends is as good as one that stops: nothing here keeps it waiting.
  for (const handle of [keeper, keeper.stdin, keeper.stdout]) {
    if ('unref' in handle && typeof handle.unref === 'function') handle.unref();
  }
  const stop = async () => {
    keeper.ref();
    keeper.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { said, stop, url: `postgres://takt:${password}@127.0.0.1:${port}/postgres` };
}

/**
 * An empty database of its own on a server.
 * @param {string} serverUrl
 * @returns {Promise<{ url: string, drop: () => Promise<void> }>}
 */
export async function createDatabase(serverUrl) {
  const name = `takt_${randomBytes(6).toString('hex')}`;
  await execute(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  const drop = () => execute(serverUrl, `drop database if exists ${name} with (force)`);
  return { url: url.href, drop };
}

/** @param {string} serverUrl @param {string} sql */
async function execute(serverUrl, sql) {
  // Loaded late: starting a server works before anything is installed.
  const { Client } = await import('pg');
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** @param {'-u' | '-g'} kind */
const idOfNobody = (kind) => Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }));

function findServerPrograms() {
  const initdb = findOnPath('initdb');
  if (initdb) return dirname(initdb);
  return [...askPgConfig(), ...debianFolders()].find((bin) => isExecutable(join(bin, 'initdb')));
}

function askPgConfig() {
  const program = findOnPath('pg_config');
  return program ? [execFileSync(program, ['--bindir'], { encoding: 'utf8' }).trim()] : [];
}

/** Debian keeps several versions side by side: the newest first. */
function debianFolders() {
  const root = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(root, version, 'bin'));
  } catch {
    return [];
  }
}

function installServer() {
  const bin = canAptInstall() && aptInstall('postgresql') ? findServerPrograms() : undefined;
  if (bin) return bin;
  throw new Error(
    'PostgreSQL is needed for the tests: install its server (initdb on the PATH), or set TEST_POSTGRES_URL to a server on which databases may be created.',
  );
}
