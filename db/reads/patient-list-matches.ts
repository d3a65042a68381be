import { type ExpressionBuilder, sql } from 'kysely';
import { OPEN_STATUSES, type Schema } from '../schema';
import type { TenantScope } from '../scope';
import { patientHasWord } from './patient-words';
import { foldedWords } from './search-words';
import { visibleAppointments } from './visible-appointments';
import { visiblePackages } from './visible-packages';
import { visiblePatients } from './visible-patients';

export interface PatientListFilter {
  /** As typed: each word must begin a word of the name or of the file number. */
  search: string;
  /** Has a package or an appointment there. */
  clinicId: string | null;
  /** Has a package that is neither completed nor cancelled. */
  hasOpenPackage: boolean;
  hasNoVisit: boolean;
}

/** The filter that every patient passes. */
export const ANY_PATIENT: PatientListFilter = {
  search: '',
  clinicId: null,
  hasOpenPackage: false,
  hasNoVisit: false,
};

type OfPatient = ExpressionBuilder<Schema, 'patient'>;

/** The patients that the actor may see and that pass the filter. */
export function matchingPatients(scope: TenantScope, filter: PatientListFilter) {
  const { clinicId } = filter;
  let patients = visiblePatients(scope);
  if (clinicId !== null) patients = patients.where((eb) => isOfClinic(scope, eb, clinicId));
  if (filter.hasOpenPackage) patients = patients.where((eb) => eb.exists(openPackages(scope)));
  if (filter.hasNoVisit) patients = patients.where((eb) => eb.not(eb.exists(visitsToCome(scope))));
  return foldedWords(filter.search).reduce((rows, word) => rows.where(patientHasWord(word)), patients);
}

/** The visits of the patient of the query around this one that are still to come, as the actor may see them. */
export const visitsToCome = (scope: TenantScope) =>
  visibleAppointments(scope)
    .select('appointment.id')
    .where('appointment.patient_id', '=', sql.ref<string>('patient.id'))
    .where('appointment.status', 'in', OPEN_STATUSES)
    .where('appointment.end_at', '>', scope.now());

const openPackages = (scope: TenantScope) =>
  visiblePackages(scope)
    .select('package.id')
    .where('package.patient_id', '=', sql.ref<string>('patient.id'))
    .where('package.status', 'in', ['DRAFT', 'SCHEDULED', 'IN_PROGRESS']);

function isOfClinic(scope: TenantScope, eb: OfPatient, clinicId: string) {
  const packages = visiblePackages(scope)
    .select('package.id')
    .where('package.patient_id', '=', sql.ref<string>('patient.id'))
    .where('package.clinic_id', '=', clinicId);
  const visits = visibleAppointments(scope)
    .select('appointment.id')
    .where('appointment.patient_id', '=', sql.ref<string>('patient.id'))
    .where('appointment.clinic_id', '=', clinicId);
  return eb.or([eb.exists(packages), eb.exists(visits)]);
}
