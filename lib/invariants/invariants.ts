import type { Finding } from '@/db/reads/invariant-finding';
import { overlapsOf } from '@/db/reads/invariant-overlaps';
import { recordsWithoutAudit, referencesOutOfTheTenant } from '@/db/reads/invariant-records';
import {
  appointmentsUnlikeTheirSession,
  failuresWithoutReason,
  packagesWithGaps,
  sessionsElsewhere,
  sessionsOfOtherProviders,
  sessionsUnlikeTheirAppointment,
} from '@/db/reads/invariant-sessions';
import { appointmentsOutOfOrder, numbersAmiss } from '@/db/reads/invariant-values';
import type { TenantScope } from '@/db/scope';
import { packagesUnlikeTheirSessions } from './packages-unlike-their-sessions';

/** Something that holds in every tenant at any moment, whatever happened before. */
export interface Invariant {
  name: string;
  /** What is counted, in the plural. */
  of: string;
  check: (scope: TenantScope) => Promise<Finding>;
}

export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'no provider is booked twice',
    of: 'appointments',
    check: (scope) => overlapsOf(scope, 'provider'),
  },
  { name: 'no patient is booked twice', of: 'appointments', check: (scope) => overlapsOf(scope, 'patient') },
  { name: 'no room is booked twice', of: 'appointments', check: (scope) => overlapsOf(scope, 'room') },
  { name: 'appointments block the time they take', of: 'appointments', check: appointmentsOutOfOrder },
  {
    name: 'appointment numbers are unique',
    of: 'appointments',
    check: (scope) => numbersAmiss(scope, 'appointment'),
  },
  { name: 'package numbers are unique', of: 'packages', check: (scope) => numbersAmiss(scope, 'package') },
  { name: 'package status follows from its sessions', of: 'packages', check: packagesUnlikeTheirSessions },
  { name: 'sessions are numbered without gaps', of: 'packages', check: packagesWithGaps },
  {
    name: 'session status agrees with its appointment',
    of: 'sessions',
    check: sessionsUnlikeTheirAppointment,
  },
  {
    name: 'appointments name the package that holds them',
    of: 'appointments',
    check: appointmentsUnlikeTheirSession,
  },
  { name: 'failed sessions say why', of: 'failed sessions', check: failuresWithoutReason },
  {
    name: 'sessions are with the package’s patient and clinic',
    of: 'booked sessions',
    check: sessionsElsewhere,
  },
  { name: 'sessions are with an assigned provider', of: 'booked sessions', check: sessionsOfOtherProviders },
  { name: 'every record has its audit', of: 'records', check: recordsWithoutAudit },
  { name: 'nothing points out of its tenant', of: 'references', check: referencesOutOfTheTenant },
];
