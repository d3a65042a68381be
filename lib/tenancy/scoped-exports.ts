import { globSync, readFileSync } from 'node:fs';

/**
 * Every exported function of reads, writes and operations that takes a scope, as `file#name`, read from the
 * source: whatever touches a tenant's rows takes one first, so this is all there is to try.
 */
export function scopedExports(): string[] {
  const files = globSync(['db/reads/*.ts', 'db/writes/*.ts', 'lib/*/**/*.ts'])
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.ts$|\/testing|^lib\/tenancy\//.test(file))
    .sort();
  return files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return [...source.matchAll(SCOPED)].map((match) => `${file}#${match[1]}`);
  });
}

/** `export function name(scope: TenantScope` or `export const name = (write: WriteScope`, on one line or several. */
const SCOPED =
  /^export (?:async )?(?:function|const) (\w+)(?:<[^(]*>)?(?: = (?:async )?)?\(\s*\w+: (?:TenantScope|WriteScope)\b/gm;
