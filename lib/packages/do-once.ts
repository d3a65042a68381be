import { type Change, readChange } from '@/db/reads/change';
import type { TenantScope } from '@/db/scope';
import { ok, type Result, refused } from '@/lib/result/result';

/** A change of one package, as whoever sends it has named it. */
interface NamedChange<T> {
  /** The same name when it is sent again because its answer was lost; none from who never sends twice. */
  changeId: string | undefined;
  packageId: string;
  action: string;
  /** What it answered when it was made. */
  answerOf: (change: Change, changeId: string) => T;
}

/**
 * Makes a change once, however often its sender sends it: by the name that its audit rows carry, a change that is
 * made already answers what it answered then. `make` writes under that name, and refuses a package whose version
 * is not the one that was seen: so of two that arrive together one is made, and the other finds it. A name that
 * stands for anything else is refused like an unknown package.
 */
export async function doOnce<T, E>(
  scope: TenantScope,
  named: NamedChange<T>,
  make: () => Promise<Result<T, E>>,
): Promise<Result<T, E | { kind: 'not_found' }>> {
  const before = await madeBefore(scope, named);
  if (before) return before;
  const made = await make();
  if (made.ok) return made;
  // What stands in the way may be the same change, made a moment ago.
  return (await madeBefore(scope, named)) ?? made;
}

async function madeBefore<T>(
  scope: TenantScope,
  { changeId, packageId, action, answerOf }: NamedChange<T>,
): Promise<Result<T, { kind: 'not_found' }> | null> {
  if (changeId === undefined) return null;
  const change = await readChange(scope, changeId);
  if (!change) return null;
  const isOwn = change.by === (scope.actor.kind === 'user' ? scope.actor.userId : null);
  const isThis = change.records.some(
    (record) => record.table === 'package' && record.id === packageId && record.action === action,
  );
  return isOwn && isThis ? ok(answerOf(change, changeId)) : refused({ kind: 'not_found' });
}

/** How many records of a kind a change has written in that way. */
export const countIn = ({ records }: Change, table: string, action: string): number =>
  records.filter((record) => record.table === table && record.action === action).length;
