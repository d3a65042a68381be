import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTenant, systemScope } from '@/db/system';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { createWorld, NOW, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { newId } from '@/lib/ids/new-id';
import { runImport } from './run-import';
import { importFiles, TestFiles } from './testing-import';

const PATIENTS = ['Id,First,Last,Birth date', 'pa,Lina,Haddad,2019-05-04', 'pb,Sami,Berg,'];
const PROVIDERS = ['Id,Name', 'da,Nora Adel', 'db,Omar Vidal'];
const VISITS_HEADER = 'Id,Start,Stop,Patient,Provider,Description';

describe.each(DIALECTS)('an import on %s', (dialect) => {
  let database: TestDatabase;
  let scope: TenantScope;
  const files = new TestFiles();
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    const tenant = await createTenant({ slug: newId(), name: 'Empty' }, database);
    if (!tenant.ok) throw new Error('slug');
    scope = systemScope(tenant.value, 'import', database, () => NOW);
  });
  afterAll(async () => {
    files.remove();
    await database.remove();
  });

  const people = () => ({ patients: files.write(PATIENTS), providers: files.write(PROVIDERS) });
  const visits = (...rows: string[]) => files.write([VISITS_HEADER, ...rows]);
  const count = async (table: 'patient' | 'provider' | 'appointment' | 'audit' | 'clinic' | 'service_type') =>
    (
      await scope
        .from(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;

  const WEEK = [
    'v1,2026-12-01T09:00:00Z,2026-12-01T09:45:00Z,pa,da,Speech therapy',
    'v2,2027-02-01T09:00:00Z,2027-02-01T09:45:00Z,pa,da,speech therapy',
  ];

  it('creates everything once; a second run finds it all there', async () => {
    const input = { ...people(), appointments: visits(...WEEK) };
    const first = await importFiles(scope, input, { tenantName: 'Harbour', zone: 'Asia/Riyadh' });
    expect(first.refusals).toEqual([]);
    expect(first.counts).toEqual([
      'patients: 2 created, 0 existing, 0 refused',
      'providers: 2 created, 0 existing, 0 refused',
      'appointments: 2 created, 0 existing, 0 refused',
    ]);
    expect(first.report.clinic).toEqual({ name: 'Harbour', timeZone: 'Asia/Riyadh', isNew: true });
    const audited = await count('audit');

    const second = await importFiles(scope, input);
    expect(second.counts).toEqual([
      'patients: 0 created, 2 existing, 0 refused',
      'providers: 0 created, 2 existing, 0 refused',
      'appointments: 0 created, 2 existing, 0 refused',
    ]);
    expect(await count('audit')).toBe(audited);
  });

  it('takes past visits as completed and future ones as scheduled, up to the very moment', async () => {
    const at = (offset: number) => new Date(NOW + offset * 1000).toISOString();
    const appointments = visits(
      `past,${at(-3600)},${at(0)},pa,da,Speech therapy`,
      `now,${at(0)},${at(1)},pa,da,Speech therapy`,
      `begun,${at(-60)},${at(1)},pb,db,Speech therapy`,
    );
    await importFiles(scope, { ...people(), appointments });
    const rows = await scope
      .from('appointment')
      .select(['external_id', 'status', 'number'])
      .orderBy('number')
      .execute();
    expect(rows).toEqual([
      { external_id: 'past', status: 'COMPLETED', number: 'APT-20270103-0001' },
      { external_id: 'now', status: 'SCHEDULED', number: 'APT-20270103-0002' },
      { external_id: 'begun', status: 'SCHEDULED', number: 'APT-20270103-0003' },
    ]);
  });

  it('makes one service type of a description, whatever its case, and qualifies who gave it', async () => {
    const result = await importFiles(scope, { ...people(), appointments: visits(...WEEK) });
    expect(result.report.newServices).toBe(1);
    const services = await scope.from('service_type').select(['id', 'name', 'duration_minutes']).execute();
    expect(services).toMatchObject([{ name: 'Speech therapy', duration_minutes: 45 }]);
    const givers = await scope
      .from('provider_service')
      .innerJoin('provider', (join) =>
        join
          .onRef('provider.id', '=', 'provider_service.provider_id')
          .onRef('provider.tenant_id', '=', 'provider_service.tenant_id'),
      )
      .select('provider.external_id')
      .execute();
    expect(givers).toEqual([{ external_id: 'da' }]);
    expect(await scope.from('provider_clinic').select('provider_id').execute()).toHaveLength(2);
  });

  it('writes an audit row for each record, from the import', async () => {
    await importFiles(scope, { ...people(), appointments: visits(...WEEK) });
    const rows = await scope.from('audit').select(['record_type', 'action', 'origin']).execute();
    const kinds = rows.map((row) => row.record_type).sort();
    expect(kinds).toEqual([
      'appointment',
      'appointment',
      'clinic',
      'patient',
      'patient',
      'provider',
      'provider',
      'provider_clinic',
      'provider_clinic',
      'provider_service',
      'service_type',
    ]);
    expect(new Set(rows.map(({ action, origin }) => `${action} ${origin}`))).toEqual(
      new Set(['import import', 'link import']),
    );
  });

  it('names the row that an overlap is with, and takes an adjacent visit', async () => {
    const appointments = visits(
      'v1,2027-02-01T09:00:00Z,2027-02-01T09:45:00Z,pa,da,Speech',
      'v2,2027-02-01T09:45:00Z,2027-02-01T10:30:00Z,pa,da,Speech',
      'v3,2027-02-01T08:15:00Z,2027-02-01T09:00:00Z,pa,da,Speech',
      'v4,2027-02-01T10:29:59Z,2027-02-01T11:00:00Z,pb,da,Speech',
      'v5,2027-02-01T08:00:00Z,2027-02-01T08:15:01Z,pa,db,Speech',
      'v6,2027-02-01T10:30:00Z,2027-02-01T11:00:00Z,pb,da,Speech',
    );
    const first = await importFiles(scope, { ...people(), appointments });
    expect(first.counts.at(-1)).toBe('appointments: 4 created, 0 existing, 2 refused');
    expect(first.refusals).toEqual([
      '5: overlaps line 3 of the same provider (2027-02-01T09:45:00Z to 2027-02-01T10:30:00Z)',
      '6: overlaps line 4 of the same patient (2027-02-01T08:15:00Z to 2027-02-01T09:00:00Z)',
    ]);
    const again = await importFiles(scope, { appointments });
    expect(again.counts).toEqual(['appointments: 0 created, 4 existing, 2 refused']);
    expect(again.refusals[0]).toContain(
      'overlaps line 3, appointment APT-20270103-0002 of the same provider',
    );
  });

  it('names the stored appointment that an overlap is with', async () => {
    await importFiles(scope, { ...people(), appointments: visits(...WEEK) });
    const other = await importFiles(scope, {
      appointments: visits('other,2027-02-01T09:30:00Z,2027-02-01T10:00:00Z,pb,da,Speech'),
    });
    expect(other.refusals).toEqual([
      '2: overlaps appointment APT-20270103-0002 of the same provider (2027-02-01T09:00:00Z to 2027-02-01T09:45:00Z)',
    ]);
  });

  it('lets a cancelled or missed visit stand beside others, as it blocks nothing', async () => {
    const appointments = files.write([
      `${VISITS_HEADER},Status`,
      'v1,2026-12-01T09:00:00Z,2026-12-01T09:45:00Z,pa,da,Speech,Cancelled',
      'v2,2026-12-01T09:00:00Z,2026-12-01T09:45:00Z,pa,da,Speech,No-show',
      'v3,2026-12-01T09:00:00Z,2026-12-01T09:45:00Z,pa,da,Speech,completed',
      'v4,2026-12-01T09:00:00Z,2026-12-01T09:45:00Z,pa,da,Speech,CANCELED',
      'v5,2026-12-01T10:00:00Z,2026-12-01T10:45:00Z,pa,da,Speech,perhaps',
    ]);
    const result = await importFiles(scope, { ...people(), appointments });
    expect(result.refusals).toEqual(['6: “perhaps” is no status that Takt knows']);
    const rows = await scope.from('appointment').select('status').orderBy('number').execute();
    expect(rows.map((row) => row.status)).toEqual(['CANCELLED', 'NO_SHOW', 'COMPLETED', 'CANCELLED']);
  });

  it('refuses each bad row with line and cause and keeps the good ones', async () => {
    const patients = files.write([
      'Id,File number,First,Last,Birth date,E-mail',
      'p1,F1,Lina,Haddad,2019-05-04,lina@example.org',
      'p1,F2,Twice,Haddad,,',
      'p3,F1,Same,File,,',
      'p4,F4,,Berg,,',
      'p5,F5,Sami,,,',
      'p6,F6,Sami,Berg,2019-02-30,',
      'p7,F7,Sami,Berg,04/05/2019,',
      'p8,F8,Sami,Berg,2027-01-04,',
      'p9,F9,Sami,Berg,,nobody',
      ',,Sami,Berg,,',
      'p11,F11,Sami,Berg,,,one,too many',
      `p12,F12,${'x'.repeat(201)},Berg,,`,
      'p13,F13,Sami,Berg,2027-01-03,',
    ]);
    const result = await importFiles(scope, { patients });
    expect(result.counts).toEqual(['patients: 2 created, 0 existing, 11 refused']);
    expect(result.refusals).toEqual([
      '3: has the same id as line 2 (p1)',
      '4: the file number F1 belongs to the patient of line 2',
      '5: has no first name',
      '6: has no last name',
      '7: bad birth date “2019-02-30”: there is no such day',
      '8: bad birth date “04/05/2019”: day and month could be either; write the year first (2027-01-31)',
      '9: bad birth date “2027-01-04”: it lies in the future',
      '10: “nobody” is not an e-mail address',
      '11: has no id or file number',
      '12: has 8 cells where the header has 6; put text with a separator in quotation marks',
      '13: its first name is longer than 200 characters',
    ]);
  });

  it('refuses each bad visit with line and cause', async () => {
    const appointments = visits(
      'v1,2027-02-01T09:00:00Z,2027-02-01T09:45:00Z,nobody,da,Speech',
      'v2,2027-02-01T09:00:00Z,2027-02-01T09:45:00Z,pa,nobody,Speech',
      'v3,2027-02-01T09:00:00Z,2027-02-01T09:00:00Z,pa,da,Speech',
      'v4,2027-02-01T09:00:00Z,2027-01-31T09:00:00Z,pa,da,Speech',
      'v5,2027-02-01T09:00:00Z,2027-02-02T09:00:01Z,pa,da,Speech',
      'v6,soon,2027-02-02T09:00:01Z,pa,da,Speech',
      'v7,,2027-02-02T09:00:01Z,pa,da,Speech',
      'v8,2027-02-01T09:00:00Z,,pa,da,Speech',
      'v9,2027-02-01T09:00:00Z,2027-02-01T09:45:00Z,,da,Speech',
      ',2027-02-01T09:00:00Z,2027-02-01T09:45:00Z,pa,da,Speech',
      'v11,2027-03-28 01:30,2027-03-28T02:00:00Z,pa,da,Speech',
      'v12,2027-02-05T09:00:00Z,2027-02-06T09:00:00Z,pa,da,',
    );
    const result = await importFiles(scope, { ...people(), appointments }, { zone: 'Europe/London' });
    expect(result.counts.at(-1)).toBe('appointments: 1 created, 0 existing, 11 refused');
    expect(result.refusals).toEqual([
      '2: unknown patient nobody',
      '3: unknown provider nobody',
      '4: ends before it starts, or at once',
      '5: ends before it starts, or at once',
      '6: lasts 24.1 hours; a visit lasts at most 24',
      '7: bad start “soon”: no date that Takt can read',
      '8: has no start',
      '9: has no end',
      '10: has no patient',
      '11: has no id',
      '12: bad start “2027-03-28 01:30”: clocks in Europe/London skip that time',
    ]);
  });

  it('says the same in a dry run and writes nothing', async () => {
    const input = {
      ...people(),
      appointments: visits(
        ...WEEK,
        'v3,2027-02-01T09:30:00Z,2027-02-01T10:00:00Z,pb,da,Speech',
        'v4,2027-02-01T09:30:00Z,2027-02-01T10:00:00Z,nobody,da,Speech',
      ),
    };
    const dry = await importFiles(scope, input, { isDryRun: true });
    for (const table of ['patient', 'provider', 'appointment', 'clinic', 'service_type', 'audit'] as const) {
      expect(await count(table), table).toBe(0);
    }
    expect(await scope.from('number_counter').selectAll().execute()).toEqual([]);
    const real = await importFiles(scope, input);
    expect(dry).toEqual(real);
    expect(dry.refusals).toEqual([
      '4: overlaps line 3 of the same provider (2027-02-01T09:00:00Z to 2027-02-01T09:45:00Z)',
      '5: unknown patient nobody',
    ]);
  });

  it('reads semicolons, a byte order mark, CRLF, right-to-left names and emoji', async () => {
    const patients = files.write(
      ['\uFEFFSurname;Given name;FILE NUMBER', 'حدّاد;لينا;F-1', '"Berg; the younger";Sami 🦊;F-2'],
      '\r\n',
    );
    await importFiles(scope, { patients });
    const rows = await scope
      .from('patient')
      .select(['given_name', 'family_name', 'file_number', 'search_text', 'external_id'])
      .orderBy('file_number')
      .execute();
    expect(rows).toEqual([
      {
        given_name: 'لينا',
        family_name: 'حدّاد',
        file_number: 'F-1',
        search_text: ' لينا حداد f 1',
        external_id: null,
      },
      {
        given_name: 'Sami 🦊',
        family_name: 'Berg; the younger',
        file_number: 'F-2',
        search_text: ' sami 🦊 berg the younger f 2',
        external_id: null,
      },
    ]);
    expect((await importFiles(scope, { patients })).counts).toEqual([
      'patients: 0 created, 2 existing, 0 refused',
    ]);
  });

  it('gives file numbers to patients without one, around those that clinics brought along', async () => {
    await importFiles(scope, {
      patients: files.write(['Id,File number,First,Last', 'a,P-00002,Lina,Haddad']),
    });
    await importFiles(scope, {
      patients: files.write([
        'Id,File number,First,Last',
        'b,,Sami,Berg',
        'c,,Mona,Adel',
        'd,P-00003,Eli,Stone',
      ]),
    });
    const rows = await scope
      .from('patient')
      .select(['external_id', 'file_number'])
      .orderBy('external_id')
      .execute();
    expect(rows.map((row) => `${row.external_id} ${row.file_number}`)).toEqual([
      'a P-00002',
      'b P-00001',
      'c P-00004',
      'd P-00003',
    ]);
  });

  it('refuses a file number that another stored patient bears', async () => {
    await importFiles(scope, { patients: files.write(['Id,File number,First,Last', 'a,F1,Lina,Haddad']) });
    const result = await importFiles(scope, {
      patients: files.write(['Id,File number,First,Last', 'b,F1,Sami,Berg']),
    });
    expect(result.refusals).toEqual(['2: the file number F1 belongs to another patient']);
  });

  it('finds patients by file number and providers by name, in files without ids, and knows their visits again', async () => {
    const input = {
      patients: files.write(['File no.,Name', 'F1,"Haddad, Lina"', 'F2,Sami van Berg']),
      providers: files.write(['Therapist', 'Nora Adel', 'Omar Vidal']),
      appointments: files.write([
        'Date,Time,Duration,Patient,Therapist,Service',
        '2027-02-01,09:00,45,F1,nora adel,Speech',
        '31/01/2027,9:30 AM,30,F2,Omar Vidal,Speech',
        '2027-02-01,09:00,x,F1,Omar Vidal,Speech',
      ]),
    };
    const first = await importFiles(scope, input, { zone: 'Europe/London' });
    expect(first.refusals).toEqual(['4: “x” is not a number of minutes']);
    expect((await importFiles(scope, input)).counts).toEqual([
      'patients: 0 created, 2 existing, 0 refused',
      'providers: 0 created, 2 existing, 0 refused',
      'appointments: 0 created, 2 existing, 1 refused',
    ]);
    const names = await scope
      .from('patient')
      .select(['given_name', 'family_name'])
      .orderBy('file_number')
      .execute();
    expect(names).toEqual([
      { given_name: 'Lina', family_name: 'Haddad' },
      { given_name: 'Sami van', family_name: 'Berg' },
    ]);
  });

  it('does not guess between two providers of one name', async () => {
    const providers = files.write(['Id,Name', 'd1,Nora Adel', 'd2,Nora Adel']);
    const appointments = visits(
      'v1,2027-02-01T09:00:00Z,2027-02-01T09:45:00Z,pa,Nora Adel,Speech',
      'v2,2027-02-01T09:00:00Z,2027-02-01T09:45:00Z,pa,d2,Speech',
    );
    const result = await importFiles(scope, { ...people(), providers, appointments });
    expect(result.refusals).toEqual(['2: several providers are called Nora Adel: give their id']);
  });

  it('keeps the rows before an open quotation mark and refuses the rest as one', async () => {
    const patients = files.write(['Id,First,Last', 'p1,Lina,Haddad', 'p2,"Sami,Berg', 'p3,Mona,Adel']);
    const result = await importFiles(scope, { patients });
    expect(result.counts).toEqual(['patients: 1 created, 0 existing, 1 refused']);
    expect(result.refusals[0]).toContain('3: a quotation mark is opened here or below and never closed');
  });

  it('refuses rows that are not UTF-8 or hold a NUL, which no database keeps', async () => {
    const patients = files.write(['Id,First,Last', 'p1,Lina\0,Haddad', 'p2,Ren\uFFFD,Berg']);
    const result = await importFiles(scope, { patients });
    expect(result.refusals).toEqual([
      '2: holds a NUL character',
      '3: holds letters that are not UTF-8: save the file as UTF-8',
    ]);
  });

  it('stores text that looks like SQL as text', async () => {
    const patients = files.write(['Id,First,Last', "p1,Robert'; drop table patient; --,O''Neil"]);
    await importFiles(scope, { patients });
    expect(await scope.from('patient').select(['given_name', 'family_name']).execute()).toEqual([
      { given_name: "Robert'; drop table patient; --", family_name: "O''Neil" },
    ]);
  });

  describe('in a tenant beside another', () => {
    let north: World;
    beforeAll(async () => {
      north = await createWorld(database, 'north');
      await importFiles(north.scope, people());
    });

    it('knows nobody of the other tenant, and lets both have the same ids', async () => {
      const visit = 'v1,2027-02-01T09:00:00Z,2027-02-01T09:45:00Z,pa,da,Speech';
      const alone = await importFiles(scope, { appointments: visits(visit) });
      expect(alone.refusals).toEqual(['2: unknown patient pa']);
      await importFiles(scope, { patients: files.write(PATIENTS) });
      const half = await importFiles(scope, { appointments: visits(visit) });
      expect(half.refusals).toEqual(['2: unknown provider da']);
      const whole = await importFiles(scope, { ...people(), appointments: visits(visit) });
      expect(whole.counts).toEqual([
        'patients: 0 created, 2 existing, 0 refused',
        'providers: 2 created, 0 existing, 0 refused',
        'appointments: 1 created, 0 existing, 0 refused',
      ]);
      expect((await importFiles(north.scope, { appointments: visits(visit) })).counts).toEqual([
        'appointments: 1 created, 0 existing, 0 refused',
      ]);
    });

    it('uses the only clinic, with its zone, and refuses another zone', async () => {
      const appointments = visits('late,2027-07-01 09:00,2027-07-01 09:45,pa,da,Speech');
      const input = {
        files: { patients: null, providers: null, appointments },
        clinicName: null,
        zone: 'Asia/Riyadh',
        tenantName: 'north',
        isDryRun: false,
      };
      const wrong = await runImport(north.scope, input, () => {});
      expect(wrong).toMatchObject({ ok: false, error: { kind: 'other_zone' } });
      const right = await importFiles(north.scope, { appointments });
      expect(right.report.clinic).toEqual({ name: 'north clinic', timeZone: 'Europe/London', isNew: false });
      const row = await north.scope
        .from('appointment')
        .select(['start_at', 'clinic_id'])
        .where('external_id', '=', 'late')
        .executeTakeFirstOrThrow();
      expect(row).toEqual({ start_at: Date.UTC(2027, 6, 1, 8), clinic_id: north.clinicId });
    });
  });

  it('asks for the clinic when there are several, and knows it by name', async () => {
    await transaction(scope, async (write) => {
      for (const name of ['East', 'West']) {
        await createRecord(write, 'clinic', {
          name,
          time_zone: 'UTC',
          grid_minutes: 15,
          week_start: 0,
          is_active: 1,
        });
      }
      return { ok: true, value: null };
    });
    const input = {
      files: { ...people(), appointments: visits(...WEEK) },
      clinicName: null,
      zone: null,
      tenantName: 'x',
      isDryRun: false,
    };
    const unnamed = await runImport(scope, input, () => {});
    expect(unnamed).toEqual({ ok: false, error: { kind: 'several_clinics', clinics: ['East', 'West'] } });
    const unknown = await runImport(scope, { ...input, clinicName: 'South' }, () => {});
    expect(unknown).toMatchObject({ ok: false, error: { kind: 'no_such_clinic' } });
    expect(await count('patient')).toBe(0);
    const named = await importFiles(scope, input.files, { clinicName: 'West' });
    expect(named.report.clinic?.name).toBe('West');
  });

  it('reads nothing when one of the files cannot be used', async () => {
    const bad = { patients: files.write(PATIENTS), providers: files.write(['Id', 'da']), appointments: null };
    const input = { files: bad, clinicName: null, zone: null, tenantName: 'x', isDryRun: false };
    expect(await runImport(scope, input, () => {})).toMatchObject({
      ok: false,
      error: { kind: 'columns', why: { kind: 'missing', what: ['a name'] } },
    });
    expect(await count('patient')).toBe(0);
  });
});
