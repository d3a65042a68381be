import * as appointmentList from '@/db/reads/appointment-list';
import * as appointmentListMatches from '@/db/reads/appointment-list-matches';
import * as appointmentListRows from '@/db/reads/appointment-list-rows';
import * as listChoices from '@/db/reads/list-choices';
import * as packageList from '@/db/reads/package-list';
import * as packageListMatches from '@/db/reads/package-list-matches';
import * as packageListRows from '@/db/reads/package-list-rows';
import * as patient from '@/db/reads/patient';
import * as patientList from '@/db/reads/patient-list';
import * as patientListMatches from '@/db/reads/patient-list-matches';
import * as patientListNextVisit from '@/db/reads/patient-list-next-visit';
import * as patientListRows from '@/db/reads/patient-list-rows';
import * as savedViews from '@/db/reads/saved-views';
import * as visibleAppointments from '@/db/reads/visible-appointments';
import * as visiblePatients from '@/db/reads/visible-patients';
import * as visibleRecord from '@/db/reads/visible-record';
import * as wholeNumbers from '@/db/reads/whole-numbers';
import { transaction } from '@/db/transaction';
import { removeSavedView } from '@/db/writes/saved-views';
import { newId } from '@/lib/ids/new-id';
import { exportAppointments } from '@/lib/lists/appointments/export-appointments';
import { appointmentListQuery } from '@/lib/lists/appointments/known-query';
import { exportPackages } from '@/lib/lists/packages/export-packages';
import { packageListQuery } from '@/lib/lists/packages/known-query';
import { exportPatients } from '@/lib/lists/patients/export-patients';
import { patientListQuery } from '@/lib/lists/patients/known-query';
import { createPatient } from '@/lib/patients/create-patient';
import { showPatient } from '@/lib/patients/show-patient';
import { ok, refused } from '@/lib/result/result';
import { changeView } from '@/lib/saved-views/change-view';
import { deleteView } from '@/lib/saved-views/delete-view';
import { saveView } from '@/lib/saved-views/save-view';
import type { Case } from './cases';

const NUMBERS = ['PKG-20270103-0001', 'APT-20270103-0001'];

const everything = {
  ...packageListMatches.ANY_PACKAGE,
  sort: 'newest' as const,
  after: null,
  before: null,
};

const everyVisit = {
  ...appointmentListMatches.ANY_APPOINTMENT,
  sort: 'soonest' as const,
  after: null,
  before: null,
};

const everyPatient = {
  ...patientListMatches.ANY_PATIENT,
  sort: 'name' as const,
  after: null,
  before: null,
};

const textOf = async (pieces: AsyncGenerator<string>) => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

const words = { column: (name: string) => name, status: (status: string) => status, yes: 'yes' };
const wholeView = { version: 1, name: 'try', query: '', isDefault: false };

/** One case for each read of the lists of packages, appointments and patients. */
export const LIST_CASES: Record<string, Case> = {
  // Either tenant has a package and a visit of these numbers.
  'db/reads/whole-numbers.ts#appointmentsNumbered': async (scope) =>
    Promise.all(NUMBERS.map((number) => wholeNumbers.appointmentsNumbered(scope, number).execute())),
  'db/reads/whole-numbers.ts#packagesNumbered': async (scope) =>
    Promise.all(NUMBERS.map((number) => wholeNumbers.packagesNumbered(scope, number).execute())),
  'db/reads/list-choices.ts#readListChoices': (scope) => listChoices.readListChoices(scope),
  'db/reads/saved-views.ts#listSavedViews': (scope) => savedViews.listSavedViews(scope, 'packages'),
  'db/reads/saved-views.ts#findSavedView': (scope, ids) => savedViews.findSavedView(scope, ids.viewId),
  'db/writes/saved-views.ts#removeSavedView': async (scope, ids) => {
    const tried = await transaction(scope, async (write) => {
      await removeSavedView(write, ids.viewId);
      return refused('tried');
    });
    return tried.ok ? ok(null) : tried.error;
  },
  'lib/lists/appointments/export-appointments.ts#exportAppointments': (scope, ids) =>
    textOf(
      exportAppointments(scope, appointmentListQuery.parse({ period: 'all', clinic: ids.clinicId }), words),
    ),
  'lib/lists/packages/export-packages.ts#exportPackages': (scope, ids) =>
    textOf(exportPackages(scope, packageListQuery.parse({ clinic: ids.clinicId }), words)),
  'lib/lists/patients/export-patients.ts#exportPatients': (scope, ids) =>
    textOf(exportPatients(scope, patientListQuery.parse({ clinic: ids.clinicId }), words)),
  // Who is written down is another one each time: that they are is the answer.
  'lib/patients/create-patient.ts#createPatient': async (scope) => {
    const names = { givenName: 'Try', familyName: 'Try' };
    const nothing = { fileNumber: null, birthDate: null, phone: null, email: null, locale: null };
    return (await createPatient(scope, { id: newId(), ...names, ...nothing, isAnother: true })).ok;
  },
  'lib/patients/show-patient.ts#showPatient': (scope, ids) =>
    showPatient(scope, {
      patientId: ids.patientId,
      query: { upcomingAfter: null, upcomingBefore: null, pastAfter: null, pastBefore: null },
    }),
  'lib/saved-views/save-view.ts#saveView': (scope) =>
    saveView(scope, { list: 'packages', name: 'try', query: '' }),
  'lib/saved-views/change-view.ts#changeView': (scope, ids) =>
    changeView(scope, { viewId: ids.viewId, ...wholeView }),
  'lib/saved-views/delete-view.ts#deleteView': (scope, ids) =>
    deleteView(scope, { viewId: ids.viewId, version: 1 }),
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
    appointmentListMatches
      .matchingAppointments(scope, everyVisit, { zones: new Map(), meanings: null })
      .selectAll()
      .execute(),
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
    packageListMatches.matchingPackages(scope, everything, null).selectAll().execute(),
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
  'db/reads/visible-record.ts#isVisibleAppointment': (scope, ids) =>
    visibleRecord.isVisibleAppointment(scope, ids.appointmentId),
  'db/reads/visible-record.ts#isVisiblePackage': (scope, ids) =>
    visibleRecord.isVisiblePackage(scope, ids.packageId),
  'db/reads/visible-record.ts#isVisiblePatient': (scope, ids) =>
    visibleRecord.isVisiblePatient(scope, ids.patientId),
};
