import { readPackageHistory } from '@/db/reads/package-history';
import type { TenantScope } from '@/db/scope';
import { type HistoryEntry, historyOf } from './history';

/** What became of a package after someone had read it. */
export interface ChangedSince {
  /** The version that it has now; 0 for a package that is not to be seen. */
  version: number;
  entries: HistoryEntry[];
}

/** What has been changed of a package since it had this version, newest first. */
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
  return {
    version: Math.max(0, ...versions),
    // What was written together with that version was seen with it.
    entries: historyOf(since.filter(({ changeId }) => changeId === null || changeId !== seenChange)),
  };
}
