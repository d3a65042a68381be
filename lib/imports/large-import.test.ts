import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { createWorld, type World } from '@/db/testing-world';
import { MINUTE_MS } from '@/lib/time/instant';
import { importFiles, TestFiles } from './testing-import';

/** Small numbers that look random and are the same in every run. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

interface Visit {
  id: string;
  patient: string;
  provider: string;
  from: number;
  to: number;
}

const PATIENTS = 60;
const PROVIDERS = 12;
const VISITS = 1300;

/** Visits as a population generator exports them: sorted by patient, odd minutes, some overlapping, some of days. */
function populationVisits(): Visit[] {
  const next = numbers(7);
  const visits = Array.from({ length: VISITS }, (_, index): Visit => {
    const from = Date.UTC(2025, 0, 1) + next(60 * 24 * 60) * MINUTE_MS + next(60_000);
    const minutes = index % 97 === 0 ? 3 * 24 * 60 + 7 : [15, 17, 45, 24 * 60][Math.min(3, next(40) >> 2)];
    return {
      id: `visit-${index}`,
      patient: `patient-${next(PATIENTS)}`,
      provider: `provider-${next(PROVIDERS)}`,
      from,
      to: from + (minutes ?? 15) * MINUTE_MS,
    };
  });
  return visits.toSorted((a, b) => a.patient.localeCompare(b.patient) || a.from - b.from);
}

/** Row by row, each against every row before it: what an import must come to. */
function acceptOneByOne(visits: readonly Visit[]): { accepted: Set<string>; tooLong: number } {
  const accepted: Visit[] = [];
  let tooLong = 0;
  for (const visit of visits) {
    if (visit.to - visit.from > 24 * 60 * MINUTE_MS) tooLong++;
    else if (
      !accepted.some(
        (other) =>
          (other.provider === visit.provider || other.patient === visit.patient) &&
          other.from < visit.to &&
          visit.from < other.to,
      )
    )
      accepted.push(visit);
  }
  return { accepted: new Set(accepted.map((visit) => visit.id)), tooLong };
}

const iso = (instant: number) => new Date(instant).toISOString();

describe.each(DIALECTS)('an import of a whole population on %s', (dialect) => {
  let database: TestDatabase;
  let world: World;
  const files = new TestFiles();
  const visits = populationVisits();
  const people = () => ({
    patients: files.write([
      'Id,BIRTHDATE,DEATHDATE,SSN,PREFIX,FIRST,LAST,MARITAL,ADDRESS,LAT',
      ...Array.from(
        { length: PATIENTS },
        (_, index) =>
          `patient-${index},2014-10-06,,999-17-${index},Ms.,Víctor${index},Noriega${index},,"1, Lane",42.3`,
      ),
    ]),
    providers: files.write([
      'Id,ORGANIZATION,NAME,GENDER,SPECIALITY',
      ...Array.from(
        { length: PROVIDERS },
        (_, index) => `provider-${index},org,Ludivina${index} Steuber,F,GENERAL PRACTICE`,
      ),
    ]),
    appointments: files.write([
      'Id,START,STOP,PATIENT,ORGANIZATION,PROVIDER,ENCOUNTERCLASS,DESCRIPTION,TOTAL_CLAIM_COST',
      ...visits.map(
        ({ id, patient, provider, from, to }) =>
          `${id},${iso(from)},${iso(to)},${patient},org,${provider},wellness,Well child visit (procedure),1005.08`,
      ),
    ]),
  });

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    world = await createWorld(database);
  });
  afterAll(async () => {
    files.remove();
    await database.remove();
  });

  it('accepts exactly what fits row by row, over the borders of its batches, alone or beside another run', async () => {
    const { accepted, tooLong } = acceptOneByOne(visits);
    const overlapping = VISITS - accepted.size - tooLong;
    expect(overlapping).toBeGreaterThan(100);
    const input = people();

    const dry = await importFiles(world.scope, input, { isDryRun: true });
    expect(dry.counts.at(-1)).toBe(
      `appointments: ${accepted.size} created, 0 existing, ${VISITS - accepted.size} refused`,
    );
    expect(dry.refusals.filter((line) => line.includes('overlaps line'))).toHaveLength(overlapping);
    expect(dry.refusals.filter((line) => line.includes('a visit lasts at most'))).toHaveLength(tooLong);

    // Two people start the same import at once: each row is created by one of them.
    const runs = await Promise.all([importFiles(world.scope, input), importFiles(world.scope, input)]);
    const created = (file: number) =>
      runs.reduce((sum, run) => sum + (run.report.files[file]?.created ?? 0), 0);
    expect([created(0), created(1), created(2)]).toEqual([PATIENTS, PROVIDERS, accepted.size]);
    const stored = await world.scope.from('appointment').select(['external_id', 'number']).execute();
    expect(new Set(stored.map((row) => row.external_id))).toEqual(accepted);
    expect(new Set(stored.map((row) => row.number)).size).toBe(accepted.size);

    const again = await importFiles(world.scope, input);
    expect(again.counts.at(-1)).toBe(
      `appointments: 0 created, ${accepted.size} existing, ${VISITS - accepted.size} refused`,
    );
    expect(again.refusals.filter((line) => !line.includes('a visit lasts'))).toHaveLength(overlapping);
  });
});
