import * as appointmentList from '@/db/reads/appointment-list';
import * as appointmentListMatches from '@/db/reads/appointment-list-matches';
import * as appointmentListRows from '@/db/reads/appointment-list-rows';
import * as packageList from '@/db/reads/package-list';
import * as packageListMatches from '@/db/reads/package-list-matches';
import * as packageListRows from '@/db/reads/package-list-rows';
import * as patient from '@/db/reads/patient';
import * as patientList from '@/db/reads/patient-list';
import * as patientListMatches from '@/db/reads/patient-list-matches';
import * as patientListNextVisit from '@/db/reads/patient-list-next-visit';
import * as patientListRows from '@/db/reads/patient-list-rows';
import * as visibleAppointments from '@/db/reads/visible-appointments';
import * as visiblePatients from '@/db/reads/visible-patients';
import type { Case } from './cases';

const everything = {
  search: '',
  patientId: null,
  clinicId: null,
  statuses: [],
  serviceTypeId: null,
  providerId: null,
  startFrom: null,
  startTo: null,
  needsAttention: false,
  endsSoon: false,
  sort: 'newest' as const,
  after: null,
  before: null,
};

const everyVisit = {
  search: '',
  period: 'all' as const,
  patientId: null,
  clinicId: null,
  providerId: null,
  serviceTypeId: null,
  roomId: null,
  statuses: [],
  from: null,
  to: null,
  isOverlap: false,
  sort: 'soonest' as const,
  after: null,
  before: null,
};

const everyPatient = {
  search: '',
  clinicId: null,
  hasOpenPackage: false,
  hasNoVisit: false,
  sort: 'name' as const,
  after: null,
  before: null,
};

/** One case for each read of the lists of packages, appointments and patients. */
export const LIST_CASES: Record<string, Case> = {
  'db/reads/appointment-list.ts#readAppointmentList': (scope, ids) =>
    Promise.all([
      appointmentList.readAppointmentList(scope, everyVisit),
      appointmentList.readAppointmentList(scope, { ...everyVisit, clinicId: ids.clinicId }),
      appointmentList.readAppointmentList(scope, { ...everyVisit, patientId: ids.patientId }),
      appointmentList.readAppointmentList(scope, { ...everyVisit, providerId: ids.providerId }),
      appointmentList.readAppointmentList(scope, { ...everyVisit, serviceTypeId: ids.serviceTypeId }),
      appointmentList.readAppointmentList(scope, { ...everyVisit, roomId: ids.roomId }),
    ]),
  'db/reads/appointment-list.ts#readAppointmentPage': (scope, ids) =>
    appointmentList.readAppointmentPage(scope, { ...everyVisit, sort: 'patient', clinicId: ids.clinicId }),
  'db/reads/appointment-list-matches.ts#readZones': (scope) => appointmentListMatches.readZones(scope),
  'db/reads/appointment-list-matches.ts#matchingAppointments': (scope) =>
    appointmentListMatches.matchingAppointments(scope, everyVisit, new Map()).selectAll().execute(),
  'db/reads/appointment-list-rows.ts#readAppointmentRows': (scope, ids) =>
    appointmentListRows.readAppointmentRows(scope, [ids.appointmentId]),
  'db/reads/package-list.ts#readPackageList': (scope, ids) =>
    Promise.all([
      packageList.readPackageList(scope, everything),
      packageList.readPackageList(scope, { ...everything, clinicId: ids.clinicId }),
      packageList.readPackageList(scope, { ...everything, serviceTypeId: ids.serviceTypeId }),
      packageList.readPackageList(scope, { ...everything, patientId: ids.patientId }),
      packageList.readPackageList(scope, { ...everything, providerId: ids.providerId }),
      packageList.readPackageList(scope, { ...everything, endsSoon: true }),
    ]),
  'db/reads/package-list.ts#readPackagePage': (scope, ids) =>
    packageList.readPackagePage(scope, { ...everything, sort: 'patient', clinicId: ids.clinicId }),
  'db/reads/package-list-matches.ts#matchingPackages': (scope) =>
    packageListMatches.matchingPackages(scope, everything, []).selectAll().execute(),
  'db/reads/package-list-rows.ts#readPackageRows': (scope, ids) =>
    packageListRows.readPackageRows(scope, [ids.packageId]),
  'db/reads/patient.ts#findPatient': (scope, ids) => patient.findPatient(scope, ids.patientId),
  'db/reads/patient-list.ts#readPatientList': (scope, ids) =>
    Promise.all([
      patientList.readPatientList(scope, everyPatient),
      patientList.readPatientList(scope, { ...everyPatient, clinicId: ids.clinicId }),
      patientList.readPatientList(scope, { ...everyPatient, sort: 'next', hasOpenPackage: true }),
    ]),
  'db/reads/patient-list.ts#readPatientPage': (scope) =>
    patientList.readPatientPage(scope, { ...everyPatient, sort: 'next' }),
  'db/reads/patient-list-matches.ts#matchingPatients': (scope) =>
    patientListMatches.matchingPatients(scope, everyPatient).selectAll().execute(),
  'db/reads/patient-list-matches.ts#visitsToCome': (scope) =>
    scope
      .from('patient')
      .select('patient.id')
      .where((eb) => eb.exists(patientListMatches.visitsToCome(scope)))
      .execute(),
  'db/reads/patient-list-next-visit.ts#readKeysByNextVisit': (scope) =>
    patientListNextVisit.readKeysByNextVisit(scope, everyPatient, { at: null, limit: 50 }),
  'db/reads/patient-list-rows.ts#readPatientRows': (scope, ids) =>
    patientListRows.readPatientRows(scope, [ids.patientId]),
  'db/reads/visible-appointments.ts#visibleAppointments': (scope) =>
    visibleAppointments.visibleAppointments(scope).selectAll().execute(),
  'db/reads/visible-patients.ts#visiblePatients': (scope) =>
    visiblePatients.visiblePatients(scope).selectAll().execute(),
};
