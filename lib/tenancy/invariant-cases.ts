import * as overlaps from '@/db/reads/invariant-overlaps';
import * as records from '@/db/reads/invariant-records';
import * as sessions from '@/db/reads/invariant-sessions';
import * as values from '@/db/reads/invariant-values';
import { packagesUnlikeTheirSessions } from '@/lib/invariants/packages-unlike-their-sessions';
import type { Case } from './cases';

/** One case for each read that checks a tenant's data: it counts and names that tenant's rows only. */
export const INVARIANT_CASES: Record<string, Case> = {
  'db/reads/invariant-overlaps.ts#overlapsOf': (scope) =>
    Promise.all(
      (['provider', 'patient', 'room'] as const).map((resource) => overlaps.overlapsOf(scope, resource)),
    ),
  'db/reads/invariant-records.ts#recordCounts': (scope) => records.recordCounts(scope),
  'db/reads/invariant-records.ts#recordsWithoutAudit': (scope) => records.recordsWithoutAudit(scope),
  'db/reads/invariant-records.ts#referencesOutOfTheTenant': (scope) =>
    records.referencesOutOfTheTenant(scope),
  'db/reads/invariant-sessions.ts#appointmentsUnlikeTheirSession': (scope) =>
    sessions.appointmentsUnlikeTheirSession(scope),
  'db/reads/invariant-sessions.ts#failuresWithoutReason': (scope) => sessions.failuresWithoutReason(scope),
  'db/reads/invariant-sessions.ts#packagesAfter': (scope) => sessions.packagesAfter(scope, ''),
  'db/reads/invariant-sessions.ts#packagesWithGaps': (scope) => sessions.packagesWithGaps(scope),
  'db/reads/invariant-sessions.ts#sessionsElsewhere': (scope) => sessions.sessionsElsewhere(scope),
  'db/reads/invariant-sessions.ts#sessionsOfOtherProviders': (scope) =>
    sessions.sessionsOfOtherProviders(scope),
  'db/reads/invariant-sessions.ts#sessionsUnlikeTheirAppointment': (scope) =>
    sessions.sessionsUnlikeTheirAppointment(scope),
  'db/reads/invariant-values.ts#appointmentsOutOfOrder': (scope) => values.appointmentsOutOfOrder(scope),
  'db/reads/invariant-values.ts#numbersAmiss': (scope) =>
    Promise.all((['package', 'appointment'] as const).map((table) => values.numbersAmiss(scope, table))),
  'lib/invariants/packages-unlike-their-sessions.ts#packagesUnlikeTheirSessions': (scope) =>
    packagesUnlikeTheirSessions(scope),
};
