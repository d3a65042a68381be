import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSavedViews } from '@/db/reads/saved-views';
import { mintScope, type TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { createWorld, NOW, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { ok } from '@/lib/result/result';
import { changeView } from './change-view';
import { deleteView } from './delete-view';
import { saveViewInput } from './input';
import { saveView } from './save-view';

describe.each(DIALECTS)('saved views (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let users = 0;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    world = await createWorld(database);
  });
  afterAll(() => database.remove());

  /** Someone at the desk of a tenant, with no views yet. */
  async function someone(of: World = world): Promise<TenantScope> {
    const name = `Rosa ${++users}`;
    const made = await transaction(of.scope, async (write) =>
      ok(
        await createRecord(write, 'app_user', {
          email: `${name}@example.org`,
          name,
          password_hash: 'none',
          role: 'scheduler',
          provider_id: null,
          session_version: 1,
          is_active: 1,
          locale: null,
        }),
      ),
    );
    if (!made.ok) throw new Error(name);
    const actor = {
      kind: 'user',
      userId: made.value,
      name,
      role: 'scheduler',
      providerId: null,
      origin: 'test',
    } as const;
    return mintScope({ tenantId: of.tenantId, actor, now: () => NOW }, database);
  }

  const save = async (scope: TenantScope, name: string, query = 'status=DRAFT') => {
    const saved = await saveView(scope, { list: 'packages', name, query });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    return saved.value.viewId;
  };
  const names = async (scope: TenantScope) =>
    (await listSavedViews(scope, 'packages')).map(({ name, isDefault }) => `${name}${isDefault ? ' *' : ''}`);
  const whole = { version: 1, name: 'Drafts', query: 'status=DRAFT', isDefault: false };

  it('keeps a name and its filters, for one list', async () => {
    const rosa = await someone();
    await save(rosa, 'Drafts', 'status=DRAFT&sort=patient');
    expect(await listSavedViews(rosa, 'packages')).toMatchObject([
      { name: 'Drafts', query: 'status=DRAFT&sort=patient', isDefault: false, version: 1 },
    ]);
    expect(await listSavedViews(rosa, 'patients')).toEqual([]);
  });

  it('are nobody else’s, in the same tenant and in another', async () => {
    const rosa = await someone();
    const viewId = await save(rosa, 'Drafts');
    const south = await createWorld(database, `south${users}`);
    for (const other of [await someone(), await someone(south), world.scope]) {
      expect(await names(other)).toEqual([]);
      const gone = { ok: false, error: { kind: 'not_found' } };
      expect(await changeView(other, { viewId, ...whole })).toEqual(gone);
      expect(await deleteView(other, { viewId, version: 1 })).toEqual(gone);
    }
    expect(await names(rosa)).toEqual(['Drafts']);
  });

  it('have a name of their own per user and list', async () => {
    const rosa = await someone();
    await save(rosa, 'Drafts');
    const again = await saveView(rosa, { list: 'packages', name: 'Drafts', query: '' });
    expect(again).toEqual({ ok: false, error: { kind: 'name_taken' } });
    expect(await saveView(rosa, { list: 'patients', name: 'Drafts', query: '' })).toMatchObject({ ok: true });
    const other = await save(rosa, 'Mine');
    expect(await changeView(rosa, { viewId: other, ...whole })).toEqual({
      ok: false,
      error: { kind: 'name_taken' },
    });
  });

  it('end at thirty', async () => {
    const rosa = await someone();
    for (let ordinal = 1; ordinal <= 30; ordinal++) await save(rosa, `View ${ordinal}`);
    expect(await saveView(rosa, { list: 'packages', name: 'One more', query: '' })).toEqual({
      ok: false,
      error: { kind: 'too_many', most: 30 },
    });
  });

  it('open first one at a time', async () => {
    const rosa = await someone();
    const drafts = await save(rosa, 'Drafts');
    const mine = await save(rosa, 'Mine', 'clinic=c1');
    await changeView(rosa, { viewId: drafts, ...whole, isDefault: true });
    expect(await names(rosa)).toEqual(['Drafts *', 'Mine']);
    const changed = { viewId: mine, version: 1, name: 'Mine', query: 'clinic=c1', isDefault: true };
    expect(await changeView(rosa, changed)).toEqual({ ok: true, value: { version: 2 } });
    expect(await names(rosa)).toEqual(['Drafts', 'Mine *']);
  });

  it('refuse what was decided on an older state, and show the present one', async () => {
    const rosa = await someone();
    const viewId = await save(rosa, 'Drafts');
    await changeView(rosa, { viewId, ...whole, name: 'My drafts' });
    const stale = { ok: false, error: { kind: 'stale', view: { name: 'My drafts', version: 2 } } };
    expect(await changeView(rosa, { viewId, ...whole, name: 'Old drafts' })).toMatchObject(stale);
    expect(await deleteView(rosa, { viewId, version: 1 })).toMatchObject(stale);
    expect(await deleteView(rosa, { viewId, version: 2 })).toEqual({
      ok: true,
      value: { name: 'My drafts' },
    });
    expect(await names(rosa)).toEqual([]);
  });

  it.each(['<script>', 'a b', 'x\0', '"', 'ü', `q=${'x'.repeat(2000)}`])(
    'take no query like %j, which no address holds',
    (query) => {
      expect(saveViewInput.safeParse({ list: 'packages', name: 'Mine', query }).success).toBe(false);
    },
  );
});
