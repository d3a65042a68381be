import { type KnownPatient, patientsByReference } from '@/db/reads/import-references';
import { transaction } from '@/db/transaction';
import { takeFreeFileNumbers } from '@/db/writes/file-numbers';
import { createRecords } from '@/db/writes/records';
import { ok, type Result } from '@/lib/result/result';
import { foldedNames } from '@/lib/rules/search-text';
import { type ImportFile, importInBatches, refusedAt } from './batches';
import { type PatientDraft, readPatient } from './read-patient';
import type { DatabaseRefusal, Run } from './run';
import type { Outcome, Tally } from './tally';

/** Takes over patients: known by the id they had, or by file number where the file gives no id. */
export async function importPatients(run: Run, file: ImportFile<'patients'>, tally: Tally): Promise<void> {
  const lineOfFileNumber = new Map<string, number>();
  const steps = {
    read: (row: Parameters<typeof readPatient>[0]) => readPatient(row, run.today),
    keyOf: referenceOf,
    settle: (drafts: readonly PatientDraft[]) => settle(run, drafts, lineOfFileNumber),
  };
  await importInBatches({ file, tally }, steps, new Map());
}

const referenceOf = ({ externalId, fileNumber }: PatientDraft): string => externalId ?? fileNumber ?? '';

async function settle(
  run: Run,
  drafts: readonly PatientDraft[],
  lineOfFileNumber: Map<string, number>,
): Promise<Outcome[]> {
  const { outcomes, accepted } = await decide(run, drafts, lineOfFileNumber);
  const saved = await save(run, accepted);
  if (saved.ok) return [...outcomes, ...accepted.map(({ line }): Outcome => ({ line, is: 'created' }))];
  const [only, ...others] = accepted;
  if (only && others.length === 0) return [...outcomes, outcomeOf(only, saved.error)];
  // Someone else wrote meanwhile: row by row, so that one row does not cost the others their place.
  for (const draft of accepted) outcomes.push(...(await settle(run, [draft], lineOfFileNumber)));
  return outcomes;
}

async function decide(run: Run, drafts: readonly PatientDraft[], lineOfFileNumber: Map<string, number>) {
  const references = drafts.flatMap(({ externalId, fileNumber }) =>
    [externalId ?? [], fileNumber ?? []].flat(),
  );
  const known = await patientsByReference(run.scope, references);
  const byExternalId = new Map(known.map((patient) => [patient.externalId, patient]));
  const byFileNumber = new Map(known.map((patient) => [patient.fileNumber, patient]));
  const outcomes: Outcome[] = [];
  const accepted: PatientDraft[] = [];
  for (const draft of drafts) {
    const { line, externalId, fileNumber } = draft;
    const bearer: KnownPatient | undefined = fileNumber === null ? undefined : byFileNumber.get(fileNumber);
    const earlier = fileNumber === null ? undefined : lineOfFileNumber.get(fileNumber);
    if (externalId === null ? bearer : byExternalId.has(externalId)) {
      outcomes.push({ line, is: 'existing' });
    } else if (fileNumber !== null && earlier !== undefined && earlier !== line) {
      outcomes.push(refusedAt(line, { code: 'file_number_taken', fileNumber, line: earlier }));
    } else if (fileNumber !== null && bearer) {
      outcomes.push(refusedAt(line, { code: 'file_number_taken', fileNumber, line: null }));
    } else {
      accepted.push(draft);
    }
    if (fileNumber !== null && earlier === undefined) lineOfFileNumber.set(fileNumber, line);
  }
  return { outcomes, accepted };
}

async function save(run: Run, drafts: readonly PatientDraft[]): Promise<Result<void, DatabaseRefusal>> {
  if (drafts.length === 0) return ok(undefined);
  if (run.isDryRun) {
    for (const { line, externalId, fileNumber } of drafts) {
      for (const reference of [externalId, fileNumber]) {
        if (reference !== null) run.wouldBe.patients.set(reference, `patient of line ${line}`);
      }
    }
    return ok(undefined);
  }
  return transaction(run.scope, async (write) => {
    const given = new Set(drafts.flatMap(({ fileNumber }) => fileNumber ?? []));
    const numbers = await takeFreeFileNumbers(
      write,
      drafts.filter(({ fileNumber }) => fileNumber === null).length,
      given,
    );
    const rows = drafts.map((draft) => patientRow(draft, draft.fileNumber ?? numbers.shift() ?? ''));
    await createRecords(write, 'patient', rows, 'import');
    return ok(undefined);
  });
}

function patientRow(draft: PatientDraft, fileNumber: string) {
  const names = { given_name: draft.givenName, family_name: draft.familyName, file_number: fileNumber };
  return {
    ...names,
    birth_date: draft.birthDate,
    email: draft.email,
    phone: draft.phone,
    locale: null,
    ...foldedNames(names),
    external_id: draft.externalId,
  };
}

function outcomeOf({ line, fileNumber }: PatientDraft, refusal: DatabaseRefusal): Outcome {
  if (refusal.kind !== 'duplicate') throw new Error(`A patient was refused: ${JSON.stringify(refusal)}`);
  if (refusal.constraint === 'patient_external_id') return { line, is: 'existing' };
  if (fileNumber !== null) return refusedAt(line, { code: 'file_number_taken', fileNumber, line: null });
  return refusedAt(line, { code: 'conflict', constraint: refusal.constraint });
}
