import { type HistoryRow, readPackageHistory } from '@/db/reads/package-history';
import type { TenantScope } from '@/db/scope';
import type { Instant } from '@/lib/time/instant';
import { type HistoryEntry, historyOf } from './history';

/** What became of a package after someone had read it. */
export interface ChangedSince {
  /** The version that it has now; 0 for a package that is not to be seen. */
  version: number;
  entries: HistoryEntry[];
}

/** A package as someone has read it. */
interface Seen {
  packageId: string;
  version: number;
  /** When the latest change was made that was told there; that of its version unless it is said. */
  seenAt?: Instant | undefined;
}

/**
 * What has been changed of a package since it was read, newest first: by its version, and where a change leaves
 * that as it was, as the move of a visit does, by its moment. What the actor did before anybody else is left out:
 * they had seen it.
 */
export async function changesSince(
  scope: TenantScope,
  { packageId, version, seenAt }: Seen,
): Promise<ChangedSince> {
  const rows = await readPackageHistory(scope, packageId);
  const moment = seenAt ?? rows.find((row) => versionIn(row) === version)?.at ?? 0;
  const versionOf = new Map(rows.map((row) => [row.changeId, versionIn(row)] as const).filter(isOfPackage));
  const since = rows.filter((row) => {
    const became = versionIn(row) ?? versionOf.get(row.changeId) ?? null;
    return became === null ? row.at > moment : became > version;
  });
  const firstOfOthers = since.findLastIndex(({ isOwn }) => !isOwn);
  return {
    version: Math.max(0, ...rows.map((row) => versionIn(row) ?? 0)),
    entries: historyOf(firstOfOthers < 0 ? since : since.slice(0, firstOfOthers + 1)),
  };
}

/** The version that the package got; null in a row of anything else. */
const versionIn = ({ record, after }: HistoryRow): number | null =>
  record === 'package' && typeof after?.version === 'number' ? after.version : null;

const isOfPackage = ([changeId, version]: readonly [string | null, number | null]) =>
  changeId !== null && version !== null;

/** What was last done to each of these sessions of a package, with all that was written together with it; newest first. */
export async function lastChangesOf(
  scope: TenantScope,
  { packageId, numbers }: { packageId: string; numbers: ReadonlySet<number> },
): Promise<HistoryEntry[]> {
  if (numbers.size === 0) return [];
  const rows = await readPackageHistory(scope, packageId);
  const latest = new Map<number, HistoryRow>();
  for (const row of rows) {
    const { sessionNumber: number, before, record } = row;
    if (record === 'overlay') continue; // nothing that was done to the session
    if (number !== null && before && numbers.has(number) && !latest.has(number)) latest.set(number, row);
  }
  const changes = rows.filter((row) => {
    const last = row.sessionNumber === null ? undefined : latest.get(row.sessionNumber);
    return last !== undefined && (row === last || (last.changeId !== null && row.changeId === last.changeId));
  });
  return historyOf(changes);
}
