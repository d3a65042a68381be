import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing';

describe('the guard between tenants', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('sqlite');
  });
  afterAll(() => database.remove());

  const refusal = /without its tenant_id/;
  const db = () => database.handle;

  it('refuses to read a tenant table without its tenant_id', () => {
    expect(() => db().selectFrom('patient').select('id').compile()).toThrow(refusal);
  });

  it('lets the same read through with it', () => {
    expect(() =>
      db().selectFrom('patient').select('id').where('tenant_id', '=', 't').compile(),
    ).not.toThrow();
  });

  it('does not take a condition inside `or`', () => {
    const query = db()
      .selectFrom('patient')
      .select('id')
      .where((eb) => eb.or([eb('tenant_id', '=', 't'), eb('id', '=', 'x')]));
    expect(() => query.compile()).toThrow(refusal);
  });

  it('does not take an inequality', () => {
    expect(() => db().selectFrom('patient').select('id').where('tenant_id', '<>', 't').compile()).toThrow(
      refusal,
    );
  });

  it('refuses a join whose other table is left open', () => {
    const query = db()
      .selectFrom('appointment')
      .innerJoin('patient', 'patient.id', 'appointment.patient_id')
      .select('patient.id')
      .where('appointment.tenant_id', '=', 't');
    expect(() => query.compile()).toThrow(refusal);
  });

  it('follows a join that ties the tables together', () => {
    const query = db()
      .selectFrom('appointment')
      .innerJoin('patient', (join) =>
        join
          .onRef('patient.id', '=', 'appointment.patient_id')
          .onRef('patient.tenant_id', '=', 'appointment.tenant_id'),
      )
      .select('patient.id');
    expect(() => query.compile()).toThrow(refusal);
    expect(() => query.where('appointment.tenant_id', '=', 't').compile()).not.toThrow();
  });

  it('looks into subqueries and lets them lean on the statement around them', () => {
    const packages = db().selectFrom('package').select('package.id').where('package.tenant_id', '=', 't');
    const open = packages.where((eb) =>
      eb.exists(
        eb.selectFrom('session').select('session.id').whereRef('session.package_id', '=', 'package.id'),
      ),
    );
    expect(() => open.compile()).toThrow(refusal);
    const tied = packages.where((eb) =>
      eb.exists(
        eb
          .selectFrom('session')
          .select('session.id')
          .whereRef('session.package_id', '=', 'package.id')
          .whereRef('session.tenant_id', '=', 'package.tenant_id'),
      ),
    );
    expect(() => tied.compile()).not.toThrow();
  });

  it('refuses an update, a delete and an insert that do not say whose row it is', () => {
    expect(() => db().updateTable('room').set({ name: 'x' }).where('id', '=', 'r').compile()).toThrow(
      refusal,
    );
    expect(() => db().deleteFrom('room').where('id', '=', 'r').compile()).toThrow(refusal);
    expect(() =>
      db()
        .insertInto('room')
        .values({ id: 'r' } as never)
        .compile(),
    ).toThrow(refusal);
  });

  it('reads raw SQL too', async () => {
    const { sql } = await import('kysely');
    await expect(sql`select * from patient`.execute(db())).rejects.toThrow(refusal);
  });
});
