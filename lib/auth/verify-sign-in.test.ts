import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { endSession } from '@/db/system';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { createWorld, NOW, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord, updateRecord } from '@/db/writes/records';
import { ok } from '@/lib/result/result';
import { hashPassword } from './passwords';
import { scopeOfToken } from './scope-of-token';
import { signOutEverywhere } from './sign-out-everywhere';
import { verifySignIn } from './verify-sign-in';

const PASSWORD = 'correct horse battery';
const MINUTE = 60_000;

describe.each(DIALECTS)('signing in (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let userId: string;
  let email: string;
  let worlds = 0;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    email = `ruth-${worlds}@example.org`;
    userId = await addUser(world.scope);
  });

  async function addUser(scope: TenantScope): Promise<string> {
    const password_hash = await hashPassword(PASSWORD);
    const added = await transaction(scope, async (write) =>
      ok(
        await createRecord(write, 'app_user', {
          email,
          name: 'Ruth',
          password_hash,
          role: 'scheduler',
          provider_id: null,
          session_version: 1,
          is_active: 1,
          locale: null,
        }),
      ),
    );
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    return added.value;
  }

  const change = (patch: Parameters<typeof updateRecord<'app_user'>>[2]['patch']) =>
    transaction(world.scope, async (write) =>
      ok(await updateRecord(write, 'app_user', { id: userId, version: 'any', patch, action: 'edit' })),
    );

  const verify = (password: string, now = NOW, account = email) =>
    verifySignIn({ email: account, password }, now, database);

  const invalid = { ok: false, error: { kind: 'invalid' } };

  it('accepts the right password', async () => {
    expect(await verify(PASSWORD)).toMatchObject({ ok: true, value: { userId, tenantId: world.tenantId } });
  });

  it('answers alike for a wrong password, an unknown account and a disabled user', async () => {
    expect(await verify('wrong')).toEqual(invalid);
    expect(await verify('wrong', NOW, `nobody-${worlds}@example.org`)).toEqual(invalid);
    await change({ is_active: 0 });
    expect(await verify(PASSWORD)).toEqual(invalid);
  });

  it.each(['a known', 'an unknown'])(
    'throttles %s account after ten failures in a quarter of an hour',
    async (kind) => {
      const account = kind === 'a known' ? email : `nobody-${worlds}@example.org`;
      for (let attempt = 0; attempt < 10; attempt++) {
        expect(await verify('wrong', NOW + attempt * MINUTE, account)).toEqual(invalid);
      }
      expect(await verify(PASSWORD, NOW + 10 * MINUTE, account)).toEqual({
        ok: false,
        error: { kind: 'throttled', retryInSeconds: 5 * 60 },
      });
    },
  );

  it('lets the right password in again when the wait is over', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await verify('wrong');
    expect((await verify(PASSWORD, NOW + 15 * MINUTE - 1)).ok).toBe(false);
    expect((await verify(PASSWORD, NOW + 15 * MINUTE)).ok).toBe(true);
  });

  it('forgets failures after a success', async () => {
    for (let attempt = 0; attempt < 9; attempt++) await verify('wrong');
    expect((await verify(PASSWORD)).ok).toBe(true);
    for (let attempt = 0; attempt < 9; attempt++) await verify('wrong');
    expect((await verify(PASSWORD)).ok).toBe(true);
  });

  it('asks which organisation is meant only when the password fits several', async () => {
    const south = await createWorld(database, `south-${worlds}`);
    await addUser(south.scope);
    expect(await verify('wrong')).toEqual(invalid);
    const tenants = [`north-${worlds}`, `south-${worlds}`].map((slug) => ({
      slug,
      name: `${slug} clinic group`,
    }));
    expect(await verify(PASSWORD)).toEqual({ ok: false, error: { kind: 'choose_tenant', tenants } });
    const chosen = await verifySignIn(
      { email, password: PASSWORD, tenant: `south-${worlds}` },
      NOW,
      database,
    );
    expect(chosen).toMatchObject({ ok: true, value: { tenantId: south.tenantId } });
  });

  describe('and staying so', () => {
    const token = () => ({
      userId,
      tenantId: world.tenantId,
      sessionVersion: 1,
      sessionId: `session-${worlds}`,
      signedInAt: NOW / 1000,
    });
    const scopeAt = (now: number) => scopeOfToken(token(), 'test', now, database);

    it('ends twelve hours after signing in', async () => {
      expect(await scopeAt(NOW + 12 * 60 * MINUTE)).not.toBeNull();
      expect(await scopeAt(NOW + 12 * 60 * MINUTE + 1000)).toBeNull();
    });

    it('ends with the next request when the user is disabled', async () => {
      await change({ is_active: 0 });
      expect(await scopeAt(NOW)).toBeNull();
    });

    it('takes a changed role at once', async () => {
      await change({ role: 'viewer' });
      expect(await scopeAt(NOW)).toMatchObject({ account: { role: 'viewer' } });
    });

    it('ends when it is signed out, and no other session with it', async () => {
      await endSession({ id: `session-${worlds}`, until: NOW + MINUTE, now: NOW }, database);
      expect(await scopeAt(NOW)).toBeNull();
      expect(await scopeOfToken({ ...token(), sessionId: 'another' }, 'test', NOW, database)).not.toBeNull();
    });

    it('ends everywhere when the user says so', async () => {
      const current = await scopeAt(NOW);
      if (!current) throw new Error('not signed in');
      expect((await signOutEverywhere(current.scope)).ok).toBe(true);
      expect(await scopeAt(NOW)).toBeNull();
    });

    it('is not possible with another tenant’s id in the token', async () => {
      const south = await createWorld(database, `south-${worlds}`);
      expect(await scopeOfToken({ ...token(), tenantId: south.tenantId }, 'test', NOW, database)).toBeNull();
    });
  });
});
