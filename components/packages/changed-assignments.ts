import { noProviders, type SessionProviders } from '@/components/assignments/assignment';
import type { ReplanChanges } from '@/lib/packages/replan/input';
import type { PackageAssignments } from '@/lib/packages/replan/show-assignments';

/** The sessions that are to be for others, or have another note. */
export type ChangedAssignments = NonNullable<ReplanChanges['providers']>;

type Stored = Pick<PackageAssignments, 'sessions'>;

/** A row a session number, as they are stored; one that was cancelled is for nobody. */
export function storedRows({ sessions }: Stored, count: number): SessionProviders[] {
  const rows: SessionProviders[] = Array.from({ length: count }, () => noProviders);
  for (const { number, providerIds, note } of sessions) rows[number - 1] = { providerIds, note };
  return rows;
}

/** The stored rows with what was entered. */
export function withChanged(
  rows: readonly SessionProviders[],
  changed: ChangedAssignments,
): SessionProviders[] {
  const entered = new Map(changed.map((each) => [each.number, each]));
  return rows.map((row, index) => {
    const change = entered.get(index + 1);
    return { providerIds: change?.providerIds ?? row.providerIds, note: change?.note ?? row.note };
  });
}

/**
 * What differs from what is stored, and no more: what somebody else makes of the rest meanwhile stands. The order
 * within a pool says nothing.
 */
export function changedRows(
  stored: readonly SessionProviders[],
  rows: readonly SessionProviders[],
): ChangedAssignments {
  return rows.flatMap(({ providerIds, note }, index) => {
    const was = stored[index] ?? noProviders;
    const change = {
      ...(keyOf(providerIds) === keyOf(was.providerIds) ? {} : { providerIds }),
      ...(note === was.note ? {} : { note }),
    };
    return Object.keys(change).length === 0 ? [] : [{ number: index + 1, ...change }];
  });
}

const keyOf = (ids: readonly string[]) => [...ids].sort().join();
