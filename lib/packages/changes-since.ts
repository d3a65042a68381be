import { type HistoryRow, readPackageHistory } from '@/db/reads/package-history';
import type { TenantScope } from '@/db/scope';
import { type HistoryEntry, historyOf } from './history';

/** What became of a package after someone had read it. */
export interface ChangedSince {
  /** The version that it has now; 0 for a package that is not to be seen. */
  version: number;
  entries: HistoryEntry[];
}

/**
 * What has been changed of a package since it had this version, newest first. A visit that was moved leaves the
 * version as it was, so what the actor did before anybody else is left out: they had seen it.
 */
export async function changesSince(
  scope: TenantScope,
  { packageId, version }: { packageId: string; version: number },
): Promise<ChangedSince> {
  const rows = await readPackageHistory(scope, packageId);
  const versions = rows.flatMap(({ record, after }) =>
    record === 'package' && typeof after?.version === 'number' ? [after.version] : [],
  );
  const seen = rows.findIndex(({ record, after }) => record === 'package' && after?.version === version);
  const since = seen < 0 ? rows : rows.slice(0, seen);
  const seenChange = rows[seen]?.changeId;
  const firstOfOthers = since.findLastIndex(({ isOwn }) => !isOwn);
  const unseen = firstOfOthers < 0 ? since : since.slice(0, firstOfOthers + 1);
  return {
    version: Math.max(0, ...versions),
    // What was written together with that version was seen with it.
    entries: historyOf(unseen.filter(({ changeId }) => changeId === null || changeId !== seenChange)),
  };
}

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
