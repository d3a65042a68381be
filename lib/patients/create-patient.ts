import { type PatientHit, patientById } from '@/db/reads/patient-search';
import { patientsLike } from '@/db/reads/patients-like';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { takeFreeFileNumbers } from '@/db/writes/file-numbers';
import { createRecord } from '@/db/writes/records';
import type { FieldFaults } from '@/lib/result/field-faults';
import { ok, type Result, refused } from '@/lib/result/result';
import { foldedNames } from '@/lib/rules/search-text';
import { localDateOf } from '@/lib/time/wall-clock';
import type { CreatePatientInput } from './input';

export type CreatePatientRefusal =
  | { kind: 'invalid_input'; fields: FieldFaults }
  /** Who bears that name already and may be the same person. */
  | { kind: 'known_already'; patients: PatientHit[] };

/** Where a day begins first: no birth date is later than the date there. */
const FIRST_ZONE = 'Pacific/Kiritimati';

/**
 * Writes down a new patient, under the id that their form was opened with: saving twice makes one patient.
 * Errors: faulty fields, or patients who may be the same person, until `isAnother` says that they are not.
 */
export async function createPatient(
  scope: TenantScope,
  input: CreatePatientInput,
): Promise<Result<PatientHit, CreatePatientRefusal>> {
  const made = await patientById(scope, input.id);
  if (made) return ok(made);
  if (input.birthDate !== null && input.birthDate > localDateOf(scope.now(), FIRST_ZONE)) {
    return refused({ kind: 'invalid_input', fields: { birthDate: { code: 'in_the_future' } } });
  }
  if (!input.isAnother) {
    const patients = await patientsLike(scope, input);
    if (patients.length > 0) return refused({ kind: 'known_already', patients });
  }
  const saved = await commitPatient(scope, input);
  if (saved.ok) return saved;
  // What stands in the way may be the same request, saved a moment ago.
  const madeMeanwhile = await patientById(scope, input.id);
  if (madeMeanwhile) return ok(madeMeanwhile);
  if (saved.error.kind !== 'duplicate' || input.fileNumber === null) {
    throw new Error(`A patient was refused: ${JSON.stringify(saved.error)}`);
  }
  return refused({ kind: 'invalid_input', fields: { fileNumber: { code: 'file_number_taken' } } });
}

function commitPatient(scope: TenantScope, input: CreatePatientInput) {
  return transaction(scope, async (write) => {
    const [free = ''] = input.fileNumber === null ? await takeFreeFileNumbers(write, 1, new Set()) : [];
    const names = {
      given_name: input.givenName,
      family_name: input.familyName,
      file_number: input.fileNumber ?? free,
    };
    await createRecord(write, 'patient', {
      ...names,
      id: input.id,
      birth_date: input.birthDate,
      email: input.email,
      phone: input.phone,
      locale: input.locale,
      ...foldedNames(names),
      external_id: null,
    });
    return ok({
      id: input.id,
      name: `${names.given_name} ${names.family_name}`,
      fileNumber: names.file_number,
      birthDate: input.birthDate,
    });
  });
}
