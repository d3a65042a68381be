import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '@/lib/result/result';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { createWorld, type World } from '../testing-world';
import { transaction } from '../transaction';
import { createRecords } from '../writes/records';
import { patientById, searchPatients } from './patient-search';

describe.each(DIALECTS)('finding a patient on %s', (dialect) => {
  let database: TestDatabase;
  let north: World;
  let south: World;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    north = await createWorld(database, 'north');
    south = await createWorld(database, 'south');
    await transaction(north.scope, async (write) => {
      const named = (given_name: string, family_name: string, file_number: string) => ({
        file_number,
        given_name,
        family_name,
        birth_date: null,
        email: null,
        phone: null,
        locale: null,
        search_text: ` ${given_name} ${family_name} ${file_number}`.toLowerCase(),
        sort_name: `${family_name},${given_name}`.toLowerCase(),
        external_id: null,
      });
      await createRecords(write, 'patient', [
        named('Percy', '100%', 'f-77'),
        named('Under', 'a_b', 'f-78'),
        named('Under', 'axb', 'f-79'),
        named('Back', 'c\\d', 'f-80'),
        named('Zeno', 'Cero', 'p 00109'),
        ...Array.from({ length: 21 }, (_, index) => named('Many', `Twin ${index}`, `t-${index}`)),
      ]);
      return ok(undefined);
    });
  });

  afterAll(() => database.remove());

  const names = async (...words: string[]) =>
    (await searchPatients(north.scope, words)).map(({ name }) => name);

  it('finds by the first letters of any word of the name, and tells file number and birth date', async () => {
    const expected = {
      id: north.lina,
      name: 'Lina Haddad north',
      fileNumber: 'north-1',
      birthDate: '2019-05-04',
    };
    expect(await searchPatients(north.scope, ['lin'])).toEqual([expected]);
    expect(await searchPatients(north.scope, ['had'])).toEqual([expected]);
  });

  it('finds by file number', async () => {
    expect(await names('north-2')).toEqual(['Sami Berg north']);
    for (const spoken of ['109', '00109']) expect(await names(spoken)).toEqual(['Zeno Cero']);
    for (const other of ['0109', '910']) expect(await names(other)).toEqual([]);
  });

  it('does not find by letters inside a word', async () => {
    expect(await names('ina')).toEqual([]);
  });

  it('wants every word, in any order', async () => {
    expect(await names('had', 'lin')).toEqual(['Lina Haddad north']);
    expect(await names('lin', 'berg')).toEqual([]);
  });

  it('takes percent, underscore and backslash as letters', async () => {
    expect(await names('100%')).toEqual(['Percy 100%']);
    expect(await names('%')).toEqual([]);
    expect(await names('a_b')).toEqual(['Under a_b']);
    expect(await names('c\\d')).toEqual(['Back c\\d']);
  });

  it('answers at most twenty', async () => {
    expect(await names('many')).toHaveLength(20);
  });

  it('finds nobody without a word', async () => {
    expect(await names()).toEqual([]);
  });

  it('finds nobody of another tenant', async () => {
    expect(await names('south')).toEqual([]);
    expect((await searchPatients(south.scope, ['lin'])).map(({ id }) => id)).toEqual([south.lina]);
  });

  it('gives one patient by id, and a foreign id is as unknown as any other', async () => {
    expect((await patientById(north.scope, north.sami))?.name).toBe('Sami Berg north');
    expect(await patientById(north.scope, south.sami)).toBeNull();
    expect(await patientById(north.scope, 'nobody')).toBeNull();
  });
});
