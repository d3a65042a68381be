import type { Actor } from '@/db/scope';
import { isPermitted } from '@/lib/auth/permissions';
import { type Breach, canBeShared } from '@/lib/planning/breach';

/** Whether these breaches are no obstacle: a person who may has said why the visit shares its place. */
export function isDeliberate(
  breaches: readonly Breach[],
  { actor, overlapReason }: { actor: Actor; overlapReason: string | null },
): boolean {
  if (overlapReason === null || actor.kind !== 'user') return false;
  return isPermitted(actor.role, 'appointment.overlap') && canBeShared(breaches);
}
