import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { createWorld, type World } from '@/db/testing-world';
import { newId } from '@/lib/ids/new-id';
import { createPatient } from './create-patient';
import { type CreatePatientInput, createPatientInput } from './input';

const typed = (fields: Partial<Record<keyof CreatePatientInput, unknown>>) =>
  createPatientInput.parse({
    id: newId(),
    givenName: 'Zoë',
    familyName: 'Brandt',
    fileNumber: '',
    birthDate: '',
    phone: '',
    email: ' ',
    locale: null,
    isAnother: false,
    ...fields,
  });

describe.each(DIALECTS)('a new patient, on %s', (dialect) => {
  let database: TestDatabase;
  let north: World;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    north = await createWorld(database, 'north');
  });
  afterAll(() => database.remove());

  const auditOf = (id: string) =>
    north.scope.from('audit').select(['action', 'after']).where('record_id', '=', id).execute();

  it('is written down with the next free number, once for a form, and audited', async () => {
    const input = typed({ phone: '+44 20 7946 0000', birthDate: '2015-02-28' });
    const made = await createPatient(north.scope, input);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    expect(made.value).toMatchObject({ id: input.id, name: 'Zoë Brandt', birthDate: '2015-02-28' });
    expect(made.value.fileNumber).not.toBe('');
    expect(await createPatient(north.scope, input)).toEqual(made);
    expect(await auditOf(input.id)).toHaveLength(1);
  });

  it('is shown who bears the name and may be the same, however it is written', async () => {
    const known = await createPatient(north.scope, typed({ familyName: 'Okafor', birthDate: '2010-05-01' }));
    if (!known.ok) throw new Error(JSON.stringify(known.error));
    const alike = { givenName: 'ZOE', familyName: 'okafor' };
    for (const birthDate of ['2010-05-01', '']) {
      expect(await createPatient(north.scope, typed({ ...alike, birthDate }))).toEqual({
        ok: false,
        error: { kind: 'known_already', patients: [known.value] },
      });
    }
    expect(await createPatient(north.scope, typed({ ...alike, birthDate: '2010-05-02' }))).toMatchObject({
      ok: true,
    });
    const another = typed({ ...alike, birthDate: '2010-05-01', isAnother: true });
    expect(await createPatient(north.scope, another)).toMatchObject({ ok: true });
  });

  it('may not take a number that another patient has', async () => {
    const mine = await createPatient(north.scope, typed({ familyName: 'Ito', fileNumber: 'N-7' }));
    expect(mine).toMatchObject({ ok: true, value: { fileNumber: 'N-7' } });
    expect(await createPatient(north.scope, typed({ familyName: 'Berg', fileNumber: ' N-7 ' }))).toEqual({
      ok: false,
      error: { kind: 'invalid_input', fields: { fileNumber: { code: 'file_number_taken' } } },
    });
  });

  it('is born by now', async () => {
    expect(
      await createPatient(north.scope, typed({ familyName: 'Unborn', birthDate: '2999-01-01' })),
    ).toEqual({
      ok: false,
      error: { kind: 'invalid_input', fields: { birthDate: { code: 'in_the_future' } } },
    });
  });
});

describe('what is typed about a patient', () => {
  it.each([
    [{ givenName: ' ' }, 'givenName', 'required'],
    [{ familyName: 'x'.repeat(201) }, 'familyName', undefined],
    [{ birthDate: '2010-02-30' }, 'birthDate', 'not_a_date'],
    [{ birthDate: '1899-12-31' }, 'birthDate', 'not_a_date'],
    [{ email: 'nobody' }, 'email', 'email'],
  ])('%o is told at its field', (fields, path, message) => {
    const parsed = createPatientInput.safeParse({ ...typed({}), ...fields });
    const [issue] = parsed.error?.issues ?? [];
    expect(issue?.path).toEqual([path]);
    if (message !== undefined) expect(issue?.message).toBe(message);
  });

  it('keeps names of every script as they were typed', () => {
    const names = { givenName: "'; drop table patient; --", familyName: 'حداد 🙂' };
    expect(typed(names)).toMatchObject(names);
  });
});
