import type { WriteScope } from '../scope';
import { writeAudit } from './audit';
import { updateRecord } from './records';

interface SessionProvider {
  packageId: string;
  sessionNumber: number;
  from: string;
  to: string;
}

/**
 * Makes the session's assignment follow its visit: who takes it over stands where the one before stood. A
 * session that is for nobody in particular, or for the new provider already, is left as it is.
 */
export async function followProvider(
  write: WriteScope,
  { packageId, sessionNumber, from, to }: SessionProvider,
): Promise<void> {
  const assigned = await write
    .from('provider_assignment')
    .select(['provider_assignment.id', 'provider_id'])
    .where('package_id', '=', packageId)
    .where('session_number', '=', sessionNumber)
    .orderBy('provider_assignment.id')
    .execute();
  const replaced = assigned.find((row) => row.provider_id === from) ?? assigned[0];
  if (!replaced || assigned.some((row) => row.provider_id === to)) return;
  await write
    .update('provider_assignment')
    .set({ provider_id: to })
    .where('provider_assignment.id', '=', replaced.id)
    .execute();
  await writeAudit(write, [
    {
      table: 'provider_assignment',
      id: replaced.id,
      action: 'follow_visit',
      before: { provider_id: replaced.provider_id },
      after: { provider_id: to },
    },
  ]);
  const owner = await write
    .from('package')
    .select(['package.version', 'provider_strategy'])
    .where('package.id', '=', packageId)
    .executeTakeFirstOrThrow();
  if (owner.provider_strategy === 'per_session') return;
  // One session in other hands: from here on the package says who is for which.
  await updateRecord(write, 'package', {
    id: packageId,
    version: owner.version,
    patch: { provider_strategy: 'per_session' },
    action: 'follow_visit',
  });
}
