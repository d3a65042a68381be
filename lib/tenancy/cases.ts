import * as attention from '@/db/reads/attention';
import * as bookingOptions from '@/db/reads/booking-options';
import * as calendarAppointments from '@/db/reads/calendar-appointments';
import * as calendarChoices from '@/db/reads/calendar-choices';
import * as calendarHours from '@/db/reads/calendar-hours';
import * as calendarMonth from '@/db/reads/calendar-month';
import * as calendarRevision from '@/db/reads/calendar-revision';
import * as importOverlaps from '@/db/reads/import-overlaps';
import * as importReferences from '@/db/reads/import-references';
import * as packageByRequest from '@/db/reads/package-by-request';
import * as packageCounts from '@/db/reads/package-counts';
import * as packageDetail from '@/db/reads/package-detail';
import * as packageForm from '@/db/reads/package-form';
import * as packageHistory from '@/db/reads/package-history';
import * as packageToPlan from '@/db/reads/package-to-plan';
import * as patientSearch from '@/db/reads/patient-search';
import * as patientsLike from '@/db/reads/patients-like';
import * as planningFacts from '@/db/reads/planning-facts';
import * as search from '@/db/reads/search';
import * as searchWords from '@/db/reads/search-words';
import * as today from '@/db/reads/today';
import * as visiblePackages from '@/db/reads/visible-packages';
import * as visitsOfDays from '@/db/reads/visits-of-days';
import type { TenantScope, WriteScope } from '@/db/scope';
import { at, NOW } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import * as fileNumbers from '@/db/writes/file-numbers';
import * as numbers from '@/db/writes/numbers';
import * as outbox from '@/db/writes/outbox';
import * as packageRewrite from '@/db/writes/package-rewrite';
import * as packageStatus from '@/db/writes/package-status';
import * as packages from '@/db/writes/packages';
import * as providerLinks from '@/db/writes/provider-links';
import * as records from '@/db/writes/records';
import { refused } from '@/lib/result/result';
import type { Ids } from './two-tenants';

/** Asks as the actor of `scope` about the things that `ids` name. */
export type Case = (scope: TenantScope, ids: Ids) => Promise<unknown>;

const DAY = 86_400_000;
const stretch = { from: NOW - 30 * DAY, to: NOW + 90 * DAY };
const dates = { fromDate: '2027-01-01', toDate: '2027-03-31' };

/** Tries a write and takes it back, so that each case finds the world as it was. */
const writing =
  (work: (write: WriteScope, ids: Ids) => Promise<unknown>): Case =>
  async (scope, ids) => {
    const result = await transaction(scope, async (write) =>
      refused({ tried: (await work(write, ids)) ?? 'done' }),
    );
    return result.ok ? null : result.error;
  };

const appointmentRow = (ids: Ids) => ({
  clinic_id: ids.clinicId,
  patient_id: ids.patientId,
  provider_id: ids.providerId,
  room_id: ids.roomId,
  service_type_id: ids.serviceTypeId,
  start_at: at('2027-02-01', '09:00'),
  end_at: at('2027-02-01', '10:00'),
  blocked_from: at('2027-02-01', '09:00'),
  blocked_to: at('2027-02-01', '10:00'),
  status: 'SCHEDULED' as const,
  overlap_reason: null,
  notes: '',
  request_key: null,
  external_id: null,
  created_by: null,
});

const packageSession = (ids: Ids) => ({
  number: 3,
  status: 'SCHEDULED' as const,
  attempts: 1,
  reasons: '[]',
  providerIds: [ids.providerId],
  note: '',
  isPinned: false,
  kept: { start: stretch.from, providerId: ids.providerId, roomId: ids.roomId },
  appointment: appointmentRow(ids),
});

const packageRow = (ids: Ids) => ({
  patient_id: ids.patientId,
  clinic_id: ids.clinicId,
  service_type_id: ids.serviceTypeId,
  status: 'DRAFT' as const,
  session_count: 2,
  duration_minutes: 45,
  start_date: '2027-01-03',
  end_date: '2027-02-03',
  preferred_days: '[]',
  provider_strategy: 'one' as const,
  auto_schedule: 0 as const,
  min_gap_days: 1,
  max_gap_days: null,
  max_per_week: null,
  day_from: null,
  day_to: null,
  notes: '',
  request_key: 'tried',
  cancelled_at: null,
  cancelled_by: null,
  cancel_reason: null,
  created_by: null,
});

/** One case for each read and write; the test fails for one that has none. */
export const DATABASE_CASES: Record<string, Case> = {
  'db/reads/attention.ts#countAttention': (scope, ids) =>
    attention.countAttention(scope, { kind: 'unplaced', clinicId: ids.clinicId, limit: 9 }),
  'db/reads/attention.ts#listAttention': (scope, ids) =>
    attention.listAttention(scope, { kind: 'unplaced', clinicId: ids.clinicId, limit: 9 }),
  'db/reads/attention.ts#readLastVisits': (scope, ids) => attention.readLastVisits(scope, [ids.packageId]),
  'db/reads/booking-options.ts#bookingOptions': (scope) => bookingOptions.bookingOptions(scope),
  'db/reads/calendar-appointments.ts#listCalendarAppointments': (scope, ids) =>
    calendarAppointments.listCalendarAppointments(scope, {
      clinicId: ids.clinicId,
      ...stretch,
      providerId: null,
      withCancelled: true,
    }),
  'db/reads/calendar-appointments.ts#listBusyElsewhere': (scope, ids) =>
    calendarAppointments.listBusyElsewhere(scope, {
      clinicId: 'another',
      providerIds: [ids.providerId],
      ...stretch,
    }),
  'db/reads/calendar-choices.ts#listCalendarClinics': (scope) => calendarChoices.listCalendarClinics(scope),
  'db/reads/calendar-choices.ts#listCalendarChoices': (scope, ids) =>
    calendarChoices.listCalendarChoices(scope, ids.clinicId),
  'db/reads/calendar-choices.ts#listProvidersOfService': (scope, ids) =>
    calendarChoices.listProvidersOfService(scope, ids.serviceTypeId),
  'db/reads/calendar-month.ts#listVisitCounts': (scope, ids) =>
    calendarMonth.listVisitCounts(scope, {
      clinicId: ids.clinicId,
      ...stretch,
      offset: 0,
      providerId: null,
      serviceTypeId: null,
      roomId: null,
      withCancelled: true,
    }),
  'db/reads/calendar-revision.ts#readCalendarRevision': (scope, ids) =>
    calendarRevision.readCalendarRevision(scope, { clinicId: ids.clinicId, ...stretch, ...dates }),
  'db/reads/calendar-hours.ts#listWeeklyHours': (scope, ids) =>
    calendarHours.listWeeklyHours(scope, { clinicId: ids.clinicId, providerIds: [ids.providerId], ...dates }),
  'db/reads/calendar-hours.ts#listTimeOff': (scope, ids) =>
    calendarHours.listTimeOff(scope, { providerIds: [ids.providerId], ...stretch }),
  'db/reads/calendar-hours.ts#listClosures': (scope, ids) =>
    calendarHours.listClosures(scope, { clinicId: ids.clinicId, ...dates }),
  'db/reads/import-overlaps.ts#appointmentsInTheWay': (scope, ids) =>
    importOverlaps.appointmentsInTheWay(scope, [
      { providerId: ids.providerId, patientId: ids.patientId, ...stretch },
    ]),
  'db/reads/import-references.ts#patientsByReference': (scope, ids) =>
    importReferences.patientsByReference(scope, [ids.externalId, ids.fileNumber]),
  'db/reads/import-references.ts#knownProviders': (scope) => importReferences.knownProviders(scope),
  'db/reads/import-references.ts#knownServiceTypes': (scope) => importReferences.knownServiceTypes(scope),
  'db/reads/import-references.ts#knownClinics': (scope) => importReferences.knownClinics(scope),
  'db/reads/import-references.ts#importedAppointments': (scope, ids) =>
    importReferences.importedAppointments(scope, [ids.externalId]),
  'db/reads/import-references.ts#takenFileNumbers': (scope, ids) =>
    importReferences.takenFileNumbers(scope, [ids.fileNumber]),
  'db/reads/package-by-request.ts#findPackageByRequest': (scope, ids) =>
    packageByRequest.findPackageByRequest(scope, ids.packageRequestKey),
  'db/reads/package-counts.ts#readNavigationCounts': (scope) => packageCounts.readNavigationCounts(scope),
  'db/reads/package-detail.ts#readPackage': (scope, ids) => packageDetail.readPackage(scope, ids.packageId),
  'db/reads/package-history.ts#readPackageHistory': (scope, ids) =>
    packageHistory.readPackageHistory(scope, ids.packageId),
  'db/reads/search-words.ts#readSearchMeanings': async (scope) => {
    const meanings = await searchWords.readSearchMeanings(scope, 'south north');
    return meanings?.map(({ others }) => others); // the words themselves are what was typed
  },
  'db/reads/search-words.ts#isOfNamed': (scope) =>
    scope
      .from('package')
      .select('package.id')
      .where(
        searchWords.isOfNamed(scope, 'package.patient_id', {
          patientWords: ['south'],
          isCommon: false,
          others: [],
        }),
      )
      .execute(),
  'db/reads/search-words.ts#patientsNamed': (scope) =>
    Promise.all(['south', 'lina'].map((text) => searchWords.patientsNamed(scope, [text]).execute())),
  'db/reads/package-form.ts#readPackageForm': (scope, ids) =>
    packageForm.readPackageForm(scope, ids.packageId),
  'db/reads/package-to-plan.ts#readPackageToPlan': (scope, ids) =>
    packageToPlan.readPackageToPlan(scope, ids.packageId),
  'db/reads/patients-like.ts#patientsLike': (scope) =>
    Promise.all(
      ['south', 'north', 'Lina'].map((givenName) =>
        patientsLike.patientsLike(scope, { givenName, familyName: 'Haddad', birthDate: null }),
      ),
    ),
  'db/reads/patient-search.ts#searchPatients': (scope) =>
    Promise.all(['south', 'north', 'lina'].map((text) => patientSearch.searchPatients(scope, [text]))),
  'db/reads/patient-search.ts#patientById': (scope, ids) => patientSearch.patientById(scope, ids.patientId),
  'db/reads/planning-facts.ts#readPlanningFacts': (scope, ids) =>
    planningFacts.readPlanningFacts(scope, {
      clinicId: ids.clinicId,
      serviceTypeId: ids.serviceTypeId,
      patientId: ids.patientId,
      providerIds: [ids.providerId],
      withColleagues: true,
      exceptPackageId: null,
      ...stretch,
    }),
  'db/reads/search.ts#findAppointments': (scope, ids) =>
    search.findAppointments(scope, { sought: { ids: [ids.appointmentId] }, limit: 9 }),
  'db/reads/search.ts#findPackages': (scope, ids) =>
    search.findPackages(scope, { sought: { ids: [ids.packageId] }, limit: 9 }),
  'db/reads/search.ts#findPatients': (scope, ids) =>
    search.findPatients(scope, { sought: { ids: [ids.patientId] }, limit: 9 }),
  'db/reads/today.ts#listDeskVisits': (scope, ids) =>
    today.listDeskVisits(scope, { clinicId: ids.clinicId, ...stretch }),
  'db/reads/today.ts#listStartsWithoutOutcome': (scope, ids) =>
    today.listStartsWithoutOutcome(scope, { clinicId: ids.clinicId, ...stretch }),
  'db/reads/today.ts#readDeskRevision': (scope, ids) =>
    today.readDeskRevision(scope, { clinicId: ids.clinicId, ...stretch }),
  'db/reads/today.ts#readNextStart': (scope, ids) =>
    today.readNextStart(scope, { clinicId: ids.clinicId, from: stretch.from }),
  'db/reads/visits-of-days.ts#countVisitsOfDays': (scope, ids) =>
    visitsOfDays.countVisitsOfDays(scope, [{ clinicId: ids.clinicId, ...stretch }]),
  'db/reads/visible-packages.ts#packageIdsOfProviders': (scope, ids) =>
    visiblePackages.packageIdsOfProviders(scope, [ids.providerId]).execute(),
  'db/reads/visible-packages.ts#hasOneOfProviders': (scope, ids) =>
    scope
      .from('package')
      .select('package.id')
      .where((eb) => visiblePackages.hasOneOfProviders(scope, eb, [ids.providerId]))
      .execute(),
  'db/reads/visible-packages.ts#visiblePackages': (scope) =>
    visiblePackages.visiblePackages(scope).selectAll().execute(),

  'db/writes/file-numbers.ts#takeFreeFileNumbers': writing((write) =>
    fileNumbers.takeFreeFileNumbers(write, 1, new Set()),
  ),
  'db/writes/numbers.ts#takeNumbers': writing((write) => numbers.takeNumbers(write, 'PKG', '2027-01-03', 1)),
  'db/writes/numbers.ts#takeFileNumbers': writing((write) => numbers.takeFileNumbers(write, 1)),
  'db/writes/outbox.ts#queueOutbox': writing((write) =>
    outbox.queueOutbox(write, { kind: 'try', dedupeKey: 'try', payload: {} }),
  ),
  'db/writes/package-status.ts#followSessions': writing((write, ids) =>
    packageStatus.followSessions(write, ids.packageId, () => 'CANCELLED'),
  ),
  'db/writes/packages.ts#insertPackage': writing((write, ids) =>
    packages.insertPackage(write, { record: packageRow(ids), today: '2027-01-03', sessions: [] }),
  ),
  'db/writes/packages.ts#insertAppointments': writing((write, ids) =>
    packages.insertAppointments(write, '2027-01-03', [packageSession(ids)]),
  ),
  'db/writes/packages.ts#insertAssignments': writing((write, ids) =>
    packages.insertAssignments(write, ids.packageId, [packageSession(ids)]),
  ),
  'db/writes/package-rewrite.ts#rewritePackage': writing((write, ids) =>
    packageRewrite.rewritePackage(write, {
      packageId: ids.packageId,
      version: 1,
      patch: { notes: 'try' },
      today: '2027-01-03',
      sessions: [packageSession(ids)],
    }),
  ),
  'db/writes/provider-links.ts#linkProviders': writing((write, ids) =>
    providerLinks.linkProviders(write, {
      clinics: [{ provider_id: ids.providerId, clinic_id: ids.clinicId }],
      services: [{ provider_id: ids.providerId, service_type_id: ids.serviceTypeId }],
    }),
  ),
  'db/writes/records.ts#createRecords': writing((write, ids) =>
    records
      .createRecords(write, 'appointment', [{ ...appointmentRow(ids), number: 'APT-try' }])
      .then(() => 'made'),
  ),
  'db/writes/records.ts#createRecord': writing((write, ids) =>
    records
      .createRecord(write, 'room', { clinic_id: ids.clinicId, name: 'try', is_active: 1 })
      .then(() => 'made'),
  ),
  'db/writes/records.ts#changeRecord': writing((write, ids) =>
    records.changeRecord(write, 'room', { id: ids.roomId, patch: { name: 'try' }, action: 'try' }),
  ),
  'db/writes/records.ts#updateRecord': writing((write, ids) =>
    records.updateRecord(write, 'patient', {
      version: 'any',
      id: ids.patientId,
      patch: { given_name: 'try' },
      action: 'try',
    }),
  ),
};
