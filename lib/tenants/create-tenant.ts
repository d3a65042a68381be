import type { TenantScope, WriteScope } from '@/db/scope';
import { createTenant as addTenant, systemScope } from '@/db/system';
import { createRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';

export type CreateTenantRefusal = { kind: 'slug_taken' };

type On = Parameters<typeof addTenant>[1];

/** Makes a tenant and, if asked, its first admin, both or neither; answers a scope for it. */
export async function createTenant(
  { slug, name, admin }: { slug: string; name: string; admin: NewAdmin | null },
  on?: On,
): Promise<Result<TenantScope, CreateTenantRefusal>> {
  const made = await addTenant({ slug, name }, on, async (write) => {
    if (admin) await addAdmin(write, admin);
  });
  return made.ok ? ok(systemScope(made.value, 'tenant', on)) : refused({ kind: made.error });
}

export interface NewAdmin {
  email: string;
  passwordHash: string;
}

const addAdmin = (write: WriteScope, { email, passwordHash }: NewAdmin) =>
  createRecord(write, 'app_user', {
    email,
    name: email.slice(0, email.indexOf('@')),
    password_hash: passwordHash,
    role: 'admin',
    provider_id: null,
    session_version: 1,
    is_active: 1,
    locale: null,
  });
