import type { Row } from '../schema';
import type { WriteScope } from '../scope';
import { writeAudit } from './audit';
import { type AddedRow, addRows } from './rows';

/** Who is for one session number from now on; several are a pool. */
export interface Assignment {
  number: number;
  /** Undefined keeps those who have it. */
  providerIds?: readonly string[] | undefined;
  /** Undefined keeps the note that stands there. */
  note?: string | undefined;
}

/** Gives sessions of a package to other providers; the rows of other sessions are left as they are. */
export async function replaceAssignments(
  write: WriteScope,
  packageId: string,
  assignments: readonly Assignment[],
): Promise<void> {
  if (assignments.length === 0) return;
  const removed = await write
    .delete('provider_assignment')
    .where('package_id', '=', packageId)
    .where(
      'session_number',
      'in',
      assignments.map(({ number }) => number),
    )
    .returningAll()
    .execute();
  await tellRemoved(write, removed, 'remove');
  const rowsOf = (number: number) => removed.filter((row) => row.session_number === number);
  const noteOf = (number: number) => rowsOf(number).find((row) => row.note)?.note;
  const providersOf = (number: number) => rowsOf(number).map((row) => row.provider_id);
  await addRows(
    write,
    'provider_assignment',
    assignments.flatMap(({ number, providerIds, note }) =>
      (providerIds ?? providersOf(number)).map((provider_id) => ({
        package_id: packageId,
        session_number: number,
        provider_id,
        note: note ?? noteOf(number) ?? '',
      })),
    ),
  );
}

const tellRemoved = (write: WriteScope, rows: readonly Row<'provider_assignment'>[], action: string) =>
  writeAudit(
    write,
    rows.map((row) => ({ table: 'provider_assignment', id: row.id, action, before: row, after: null })),
  );

/** What a change has made of who a session is for, as it is and as it was. */
export type AssignmentRestoration =
  | { kind: 'give_back'; id: string; was: string; is: string }
  | { kind: 'remove'; id: string; is: string }
  | { kind: 'add'; row: AddedRow<'provider_assignment'> };

/** Takes back who sessions are for; false when one is for somebody else by now, and the caller rolls back. */
export async function restoreAssignments(
  write: WriteScope,
  restorations: readonly AssignmentRestoration[],
): Promise<boolean> {
  const made = restorations.filter((each) => each.kind === 'remove');
  if (made.length > 0) {
    const ids = made.map(({ id }) => id);
    const removed = await write
      .delete('provider_assignment')
      .where('provider_assignment.id', 'in', ids)
      .returningAll()
      .execute();
    const isAsMade = made.every(({ id, is }) =>
      removed.some((row) => row.id === id && row.provider_id === is),
    );
    if (!isAsMade) return false;
    await tellRemoved(write, removed, 'undo');
  }
  for (const { id, was, is } of restorations.filter((each) => each.kind === 'give_back')) {
    const given = await write
      .update('provider_assignment')
      .set({ provider_id: was })
      .where('provider_assignment.id', '=', id)
      .where('provider_id', '=', is)
      .executeTakeFirst();
    if (given.numUpdatedRows !== 1n) return false;
    const [before, after] = [{ provider_id: is }, { provider_id: was }];
    await writeAudit(write, [{ table: 'provider_assignment', id, action: 'undo', before, after }]);
  }
  const rows = restorations.flatMap((each) => (each.kind === 'add' ? [each.row] : []));
  if (rows.length > 0) await addRows(write, 'provider_assignment', rows, 'undo');
  return true;
}
