import type { TenantScope } from '@/db/scope';
import { createTenant as addTenant, systemScope } from '@/db/system';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';

export type CreateTenantRefusal = { kind: 'slug_taken' };

type On = Parameters<typeof addTenant>[1];

/** Makes an empty tenant and, if asked, its first admin; answers a scope for it. */
export async function createTenant(
  { slug, name, admin }: { slug: string; name: string; admin: NewAdmin | null },
  on?: On,
): Promise<Result<TenantScope, CreateTenantRefusal>> {
  const made = await addTenant({ slug, name }, on);
  if (!made.ok) return refused({ kind: made.error });
  const scope = systemScope(made.value, 'tenant', on);
  if (admin) await addAdmin(scope, admin);
  return ok(scope);
}

export interface NewAdmin {
  email: string;
  passwordHash: string;
}

async function addAdmin(scope: TenantScope, { email, passwordHash }: NewAdmin) {
  const added = await transaction(scope, async (write) =>
    ok(
      await createRecord(write, 'app_user', {
        email,
        name: email.slice(0, email.indexOf('@')),
        password_hash: passwordHash,
        role: 'admin',
        provider_id: null,
        session_version: 1,
        is_active: 1,
        locale: null,
      }),
    ),
  );
  // Nothing in a tenant made a moment ago can refuse its first user.
  if (!added.ok) throw new Error(`The admin was not created: ${JSON.stringify(added.error)}`);
}
