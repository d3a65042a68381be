import { privateJson, routeHandler } from '@/app/route-handler';
import type { Role } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { isPermitted, type Permission } from '@/lib/auth/permissions';
import { RECORD_KINDS, type RecordKind } from '@/lib/rules/record-ref';
import { searchInput } from '@/lib/search/input';
import { searchRecords } from '@/lib/search/search-records';

const READING: Record<RecordKind, Permission> = {
  patient: 'patient.read',
  package: 'package.read',
  appointment: 'appointment.read',
};

/** A POST although it only reads: a patient's name in an address would stand in logs and histories. */
export const POST = routeHandler({
  permission: 'account.manage',
  input: searchInput,
  answer: async (scope, input) =>
    privateJson(await searchRecords(scope, { ...input, kinds: kindsFor(scope) })),
});

const kindsFor = ({ actor }: TenantScope): RecordKind[] =>
  actor.kind === 'user' ? RECORD_KINDS.filter((kind) => mayRead(actor.role, kind)) : [];

const mayRead = (role: Role, kind: RecordKind) => isPermitted(role, READING[kind]);
