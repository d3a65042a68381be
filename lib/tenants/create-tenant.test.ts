import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsByEmail, createTenant as addTenant, listTenants } from '@/db/system';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { createTenant } from './create-tenant';
import { createTenantInput } from './input';

describe.each(DIALECTS)('creating a tenant on %s', (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.remove());

  const admin = { email: 'mona@north.example', passwordHash: 'a hash' };

  it('makes the tenant with its admin, and says in the audit who came to be', async () => {
    const made = await createTenant({ slug: 'north', name: 'North Therapy', admin }, database);
    if (!made.ok) throw new Error('refused');
    const [account, ...others] = await accountsByEmail(admin.email, database);
    expect(others).toEqual([]);
    expect(account).toMatchObject({ tenantSlug: 'north', role: 'admin', name: 'mona', isActive: true });
    const audit = await made.value
      .from('audit')
      .select(['record_type', 'action', 'origin', 'after'])
      .execute();
    expect(audit).toMatchObject([{ record_type: 'app_user', action: 'create', origin: 'tenant' }]);
    expect(audit[0]?.after).not.toContain('a hash');
  });

  it('makes an empty tenant without an admin', async () => {
    const made = await createTenant({ slug: 'south', name: 'South', admin: null }, database);
    if (!made.ok) throw new Error('refused');
    expect(await made.value.from('app_user').select('id').execute()).toEqual([]);
  });

  it('makes no tenant when what it starts with fails', async () => {
    const fails = addTenant({ slug: 'west', name: 'West' }, database, async () => {
      throw new Error('the power went');
    });
    await expect(fails).rejects.toThrow('the power went');
    expect((await listTenants(database)).map((tenant) => tenant.slug)).not.toContain('west');
  });

  it('refuses a taken slug and adds nobody', async () => {
    const again = await createTenant(
      { slug: 'south', name: 'Other', admin: { ...admin, email: 'other@south.example' } },
      database,
    );
    expect(again).toEqual({ ok: false, error: { kind: 'slug_taken' } });
    expect(await accountsByEmail('other@south.example', database)).toEqual([]);
    expect((await listTenants(database)).map((tenant) => tenant.name)).toEqual(['North Therapy', 'South']);
  });
});

describe('what a tenant may be called', () => {
  const isAccepted = (slug: string) =>
    createTenantInput.safeParse({ slug, name: 'N', adminEmail: null }).success;

  it('takes lower-case letters, digits and single hyphens between them', () => {
    expect(['a', 'north', 'north-2', '2-go', 'x'.repeat(63)].filter(isAccepted)).toHaveLength(5);
    const bad = ['', 'North', '-a', 'a-', 'a--b', 'a b', 'é', 'x'.repeat(64), "a'; drop table tenant"];
    expect(bad.filter(isAccepted)).toEqual([]);
  });

  it('takes an e-mail in any case and keeps it in lower case', () => {
    const read = createTenantInput.parse({ slug: 'a', name: 'N', adminEmail: ' Mona@North.Example ' });
    expect(read.adminEmail).toBe('mona@north.example');
    expect(createTenantInput.safeParse({ slug: 'a', name: 'N', adminEmail: 'mona@' }).success).toBe(false);
  });
});
