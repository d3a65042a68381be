import type { WriteScope } from '../scope';
import { writeAudit } from './audit';
import { addRows } from './rows';

/** Who is for one session number from now on; several are a pool. */
export interface Assignment {
  number: number;
  providerIds: readonly string[];
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
  await writeAudit(
    write,
    removed.map((row) => ({
      table: 'provider_assignment',
      id: row.id,
      action: 'remove',
      before: row,
      after: null,
    })),
  );
  const noteOf = (number: number) => removed.find((row) => row.session_number === number && row.note)?.note;
  await addRows(
    write,
    'provider_assignment',
    assignments.flatMap(({ number, providerIds, note }) =>
      providerIds.map((provider_id) => ({
        package_id: packageId,
        session_number: number,
        provider_id,
        note: note ?? noteOf(number) ?? '',
      })),
    ),
  );
}
