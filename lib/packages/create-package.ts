import { findPackageByRequest } from '@/db/reads/package-by-request';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { insertPackage } from '@/db/writes/packages';
import { queuePackageConfirmation } from '@/lib/notifications/queue';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { requestHash } from '@/lib/planning/request-hash';
import { ok, type Result, refused } from '@/lib/result/result';
import type { CreatePackageInput } from './input';
import {
  loadProblemToSave,
  type PlanToSave,
  packageRecord,
  planShown,
  sessionsToSave,
} from './package-to-save';
import { type PlanChanged, planChanged } from './plan-changed';
import type { PlanningProblem } from './planning-problem';

export interface CreatedPackage {
  packageId: string;
  number: string;
  scheduled: number;
  failed: number;
}

export type CreatePackageRefusal =
  | InputRefusal
  | PlanChanged
  /** This form was saved already, as it stood then; it has been changed since. */
  | { kind: 'already_saved'; packageId: string; number: string };

/**
 * Saves a package with exactly the plan that was shown, all of it in one transaction, or nothing. If the plan
 * no longer holds, because a slot was taken or freed since or is taken this very moment, nothing is saved and the
 * new plan is answered. A second save with the same request key answers the package of the first.
 */
export async function createPackage(
  scope: TenantScope,
  input: CreatePackageInput,
): Promise<Result<CreatedPackage, CreatePackageRefusal>> {
  const saved = await savedBefore(scope, input);
  if (saved) return saved;
  const refusal = await tryToCreate(scope, input);
  if (refusal.ok) return refusal;
  // What stands in the way may be the same request, saved a moment ago.
  return (await savedBefore(scope, input)) ?? refusal;
}

/** What this form's key has made: the answer to a retry; a form that was changed since is told. */
async function savedBefore(
  scope: TenantScope,
  input: CreatePackageInput,
): Promise<Result<CreatedPackage, CreatePackageRefusal> | null> {
  const found = await findPackageByRequest(scope, input.requestKey);
  if (!found) return null;
  const { requestHash: hash, ...saved } = found;
  if (hash === requestHash(input)) return ok(saved);
  return refused({ kind: 'already_saved', packageId: saved.packageId, number: saved.number });
}

async function tryToCreate(
  scope: TenantScope,
  input: CreatePackageInput,
): Promise<Result<CreatedPackage, CreatePackageRefusal>> {
  const problem = await loadProblemToSave(scope, input);
  if (!problem.ok) return problem;
  const plan = planShown(input, problem.value);
  if (!plan) return planChanged(scope, problem.value, input);

  const saved = await commitPackage(scope, input, problem.value, plan);
  if (saved.ok) return saved;
  if (saved.error.kind === 'duplicate' && saved.error.constraint !== 'package_request_key') {
    throw new Error(`A package was refused: ${saved.error.constraint}`);
  }
  const now = await loadProblemToSave(scope, input);
  return now.ok ? planChanged(scope, now.value, input) : now;
}

function commitPackage(
  scope: TenantScope,
  input: CreatePackageInput,
  problem: PlanningProblem,
  plan: PlanToSave,
) {
  const createdBy = scope.actor.kind === 'user' ? scope.actor.userId : null;
  const sessions = sessionsToSave(input, { problem, plan, triedBefore: new Map(), createdBy });
  return transaction(scope, async (write) => {
    const { packageId, number } = await insertPackage(write, {
      record: {
        ...packageRecord(input, problem, sessions),
        request_key: input.requestKey,
        cancelled_at: null,
        cancelled_by: null,
        cancel_reason: null,
        created_by: createdBy,
      },
      today: problem.today,
      sessions,
    });
    if (plan.placed.length > 0) await queuePackageConfirmation(write, packageId);
    const failed = sessions.filter((session) => session.status === 'FAILED').length;
    return ok({ packageId, number, scheduled: plan.placed.length, failed });
  });
}
