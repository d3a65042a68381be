// What package.json and its lock must say so that `npm ci` works on every machine, and gives the same.

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

interface LockEntry extends Manifest {
  version?: string;
  resolved?: string;
}

export interface Lock {
  packages: Record<string, LockEntry>;
}

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

export function findLooseVersions(manifest: Manifest): string[] {
  return KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name}: ${version} is not one version`);
}

export function findDisagreements(manifest: Manifest, lock: Lock): string[] {
  const locked = lock.packages[''] ?? {};
  return KINDS.filter((kind) => !isSame(manifest[kind], locked[kind])).map(
    (kind) => `${kind} of package.json and of the lock differ: run npm install`,
  );
}

function isSame(one: Record<string, string> = {}, other: Record<string, string> = {}): boolean {
  const sorted = (record: Record<string, string>) => JSON.stringify(Object.entries(record).sort());
  return sorted(one) === sorted(other);
}

/** A registry's address would bind everyone to that registry. */
export function findRegistryAddresses(lock: Lock): string[] {
  return Object.entries(lock.packages)
    .filter(([, { resolved }]) => resolved !== undefined && /^(https?|git)/.test(resolved))
    .map(([path]) => `${path} names the address it came from`);
}

/** `npm ci` refuses a lock that lacks another platform's package, though it would not install it here. */
export function findMissingPlatforms(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in lock.packages),
      )
      .map((name) => `${path || 'the house'} wants ${name}, which is not in the lock`),
  );
}

/** `node_modules/a/node_modules/b` → itself, `node_modules/a/`, the root. */
function foldersAbove(path: string): string[] {
  if (path === '') return [''];
  const above = path.lastIndexOf('/node_modules/');
  return [`${path}/`, ...foldersAbove(above < 0 ? '' : path.slice(0, above))];
}
