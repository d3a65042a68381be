import type { Database } from '@/db/client';
import type { Role } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { demoScope } from '@/db/seed';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { hashPassword } from '@/lib/auth/passwords';
import { ok } from '@/lib/result/result';
import { createTenant } from '@/lib/tenants/create-tenant';
import { localDateOf } from '@/lib/time/wall-clock';
import { type BuiltClinic, type BuiltProvider, buildClinics } from './build-clinics';
import { buildPackages } from './build-packages';
import { buildPatients } from './build-patients';
import { buildVisits, finishPastVisits } from './build-visits';
import { CLINICS, type DemoClinic } from './catalogue';
import { dice } from './dice';

export interface SignIn {
  role: Role;
  email: string;
  password: string;
  tenant: string;
}

export interface DemoTenant {
  slug: string;
  name: string;
  clinics: readonly DemoClinic[];
  patients: number;
  packages: number;
  daysBack: number;
  daysAhead: number;
}

const [riverside] = CLINICS;

/** The clinic group that the demo shows, and a small neighbour whose data must never be seen there. */
export const DEMO_TENANTS: readonly DemoTenant[] = [
  {
    slug: 'rivergate',
    name: 'Rivergate Therapy',
    clinics: CLINICS,
    patients: 250,
    packages: 40,
    daysBack: 27,
    daysAhead: 24,
  },
  {
    slug: 'harbour',
    name: 'Harbour Rehab',
    clinics: riverside ? [{ ...riverside, name: 'Harbour', providers: riverside.providers.slice(0, 2) }] : [],
    patients: 12,
    packages: 4,
    daysBack: 3,
    daysAhead: 5,
  },
];

/** Fills one tenant; answers its sign-ins, one per role. `password` makes them a password each. */
export async function fillTenant(
  database: Database,
  tenant: DemoTenant,
  { now, password }: { now: number; password: () => string },
): Promise<SignIn[]> {
  const made = await createTenant({ slug: tenant.slug, name: tenant.name, admin: null }, database);
  if (!made.ok) throw new Error(`The demo tenant ${tenant.slug} was refused: ${made.error.kind}`);
  const { tenantId } = made.value;
  const today = localDateOf(now, tenant.clinics[0]?.timeZone ?? 'UTC');
  const chance = dice(tenant.slug.length * 7919);

  const clinics = await buildClinics(made.value, tenant.clinics, today);
  const { signIns, scheduler } = await buildUsers(made.value, tenant, clinics, password);
  const scopeAt = (instant: number): TenantScope =>
    demoScope(database, { tenantId, ...scheduler }, () => Math.min(instant, now));
  const patients = await buildPatients(scopeAt(now), { count: tenant.patients, today, dice: chance });
  await buildPackages({ clinics, patients, count: tenant.packages, now, dice: chance, scopeAt });
  await buildVisits({ ...tenant, clinics, patients, today, dice: chance, scopeAt });
  await finishPastVisits(scopeAt(now), chance);
  return signIns;
}

const USERS: readonly { role: Role; name: string }[] = [
  { role: 'admin', name: 'Helen Archer' },
  { role: 'scheduler', name: 'Ruth Delgado' },
  { role: 'provider', name: '' },
  { role: 'viewer', name: 'Owen Price' },
];

/** Whoever works on most days has something to see at any first sight. */
const mostPresent = (providers: readonly BuiltProvider[]): BuiltProvider | null =>
  providers.reduce<BuiltProvider | null>(
    (most, one) => (most && daysOf(most) > daysOf(one) ? most : one),
    null,
  );

const daysOf = ({ week }: BuiltProvider): number => Object.keys(week).length;

async function buildUsers(
  scope: TenantScope,
  tenant: DemoTenant,
  clinics: BuiltClinic[],
  password: () => string,
) {
  const provider = mostPresent(clinics[0]?.providers ?? []);
  const signIns: SignIn[] = [];
  let scheduler = { userId: '', name: '', role: 'scheduler' as Role, providerId: null as string | null };
  for (const { role, name } of USERS) {
    const signIn = {
      role,
      email: `${role}@${tenant.slug}.example`,
      password: password(),
      tenant: tenant.slug,
    };
    const hash = await hashPassword(signIn.password);
    const isProvider = role === 'provider';
    const shownName = isProvider ? (provider?.name ?? role) : name;
    const added = await transaction(scope, async (write) =>
      ok(
        await createRecord(write, 'app_user', {
          email: signIn.email,
          name: shownName,
          password_hash: hash,
          role,
          provider_id: isProvider ? (provider?.id ?? null) : null,
          session_version: 1,
          is_active: 1,
          locale: null,
        }),
      ),
    );
    if (!added.ok) throw new Error(`A demo user was refused: ${JSON.stringify(added.error)}`);
    signIns.push(signIn);
    if (role === 'scheduler') scheduler = { userId: added.value, name: shownName, role, providerId: null };
  }
  return { signIns, scheduler };
}
