import { readPackageForm, type StoredForm } from '@/db/reads/package-form';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { rewritePackage } from '@/db/writes/package-rewrite';
import { queuePackageConfirmation } from '@/lib/notifications/queue';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { requestHash } from '@/lib/planning/request-hash';
import { ok, type Result, refused } from '@/lib/result/result';
import type { CreatedPackage } from './create-package';
import type { EditPackageInput } from './input';
import { type DraftHold, formOf, holdOf, type PackageForm } from './package-form';
import {
  loadProblemToSave,
  type PlanToSave,
  packageRecord,
  planShown,
  sessionsToSave,
} from './package-to-save';
import { type PlanChanged, planChanged } from './plan-changed';
import type { PlanningProblem } from './planning-problem';

export type EditPackageRefusal =
  | InputRefusal
  | { kind: 'not_found' }
  /** Something of it stands in calendars, or is over: it is no draft any more. */
  | { kind: 'not_draft'; packageId: string; number: string; hold: DraftHold }
  /** Someone else saved it since this form was opened: the draft as it is now. */
  | { kind: 'stale'; now: PackageForm }
  | PlanChanged;

/**
 * Saves a whole draft anew, kept as a draft or with exactly the plan that was shown, all of it in one
 * transaction, or nothing. Only while nothing of it is scheduled or done. A retry of the same save answers
 * what the first has saved.
 */
export async function editPackage(
  scope: TenantScope,
  input: EditPackageInput,
): Promise<Result<CreatedPackage, EditPackageRefusal>> {
  const stored = await readPackageForm(scope, input.packageId);
  if (!stored) return refused({ kind: 'not_found' });
  if (stored.requestHash === requestHash(input)) return ok(savedAs(stored));
  const hold = holdOf(stored);
  if (hold) {
    const { packageId, number } = stored;
    return refused({ kind: 'not_draft', packageId, number, hold });
  }
  if (stored.version !== input.version) return refused({ kind: 'stale', now: formOf(stored, scope.now()) });

  const problem = await loadProblemToSave(scope, input, stored.startDate);
  if (!problem.ok) return problem;
  const plan = planShown(input, problem.value);
  if (!plan) return planChanged(scope, problem.value, input);

  const saved = await commitEdit(scope, { input, stored, problem: problem.value, plan });
  if (saved.ok) return saved;
  if (saved.error.kind === 'duplicate') throw new Error(`A draft was refused: ${saved.error.constraint}`);
  // Someone was quicker, with the draft or with a slot: what is there now says which.
  if (saved.error.kind !== 'slot_taken') return editPackage(scope, input);
  const now = await loadProblemToSave(scope, input, stored.startDate);
  return now.ok ? planChanged(scope, now.value, input) : now;
}

const savedAs = ({ packageId, number, sessions }: StoredForm): CreatedPackage => ({
  packageId,
  number,
  scheduled: sessions.filter(({ status }) => status === 'SCHEDULED').length,
  failed: sessions.filter(({ status }) => status === 'FAILED').length,
});

interface Edit {
  input: EditPackageInput;
  stored: StoredForm;
  problem: PlanningProblem;
  plan: PlanToSave;
}

function commitEdit(scope: TenantScope, { input, stored, problem, plan }: Edit) {
  const { packageId, number, version } = stored;
  const createdBy = scope.actor.kind === 'user' ? scope.actor.userId : null;
  const triedBefore = new Map(stored.sessions.map((session) => [session.number, session.attempts]));
  const sessions = sessionsToSave(input, { problem, plan, triedBefore, createdBy });
  return transaction(scope, async (write) => {
    const written = await rewritePackage(write, {
      packageId,
      version,
      patch: packageRecord(input, problem, sessions),
      today: problem.today,
      sessions,
    });
    if (!written.ok) return written;
    if (plan.placed.length > 0) await queuePackageConfirmation(write, packageId);
    const failed = sessions.filter((session) => session.status === 'FAILED').length;
    return ok({ packageId, number, scheduled: plan.placed.length, failed });
  });
}
