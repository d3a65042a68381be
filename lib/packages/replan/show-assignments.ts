import type { SessionStatus } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { providerFault } from '@/lib/planning/clinic-calendar';
import { ok, type Result } from '@/lib/result/result';
import type { ShowAssignmentsInput } from './input';
import { isAhead, isUnplaced } from './open-sessions';
import { loadReplanProblem, type ReplanRefusal } from './replan-problem';

/** Who is for which session of a stored package, and who could be. Instants are epoch milliseconds. */
export interface PackageAssignments {
  /** The version of the package that this was read from. */
  version: number;
  /** In session order, without those that were cancelled. */
  sessions: AssignedSession[];
  /** At the clinic, active, qualified. */
  able: { id: string; name: string }[];
  /** Everyone who is for a session or could be. */
  everyone: { id: string; name: string }[];
}

export interface AssignedSession {
  number: number;
  status: SessionStatus;
  /** It is over, or its patient is there: whom it is for stays. */
  isFixed: boolean;
  providerIds: string[];
  note: string;
  visit: { start: number; providerId: string } | null;
}

/** Reads who is for which session. Errors: an unknown or called-off package. */
export async function showAssignments(
  scope: TenantScope,
  { id }: ShowAssignmentsInput,
): Promise<Result<PackageAssignments, ReplanRefusal>> {
  const loaded = await loadReplanProblem(scope, { packageId: id, version: 'any', which: [], changes: {} });
  if (!loaded.ok) return loaded;
  const { found, facts } = loaded.value;
  const everyone = facts.providers.map(({ id: providerId, name }) => ({ id: providerId, name }));
  return ok({
    version: found.version,
    sessions: found.sessions.map((session) => ({
      number: session.number,
      status: session.status,
      isFixed: !isUnplaced(session) && !isAhead(session, scope.now()),
      providerIds: session.providerIds,
      note: session.note,
      visit:
        session.place && !isUnplaced(session)
          ? { start: session.place.start, providerId: session.place.providerId }
          : null,
    })),
    able: everyone.filter((provider) => providerFault(facts, provider.id) === null),
    everyone,
  });
}
