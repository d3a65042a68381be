import { at } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { loadAppointmentProblem } from '@/lib/appointments/appointment-problem';
import { bookAppointment } from '@/lib/appointments/book-appointment';
import { cancelAppointment } from '@/lib/appointments/cancel-appointment';
import { freeDays } from '@/lib/appointments/free-days';
import { freeTimes } from '@/lib/appointments/free-times';
import { judgeBooking, judgeVisit, whoIsAt } from '@/lib/appointments/judge-booking';
import { judgeMove } from '@/lib/appointments/judge-move';
import { loadMoveProblem } from '@/lib/appointments/move-problem';
import { moveTimes } from '@/lib/appointments/move-times';
import { openVisit } from '@/lib/appointments/open-visit';
import { recordOutcome } from '@/lib/appointments/record-outcome';
import { rescheduleAppointment } from '@/lib/appointments/reschedule-appointment';
import { answerToOlderVersion } from '@/lib/appointments/visit-change';
import { listItems } from '@/lib/attention/list-items';
import { listUnsettled } from '@/lib/attention/list-unsettled';
import { showAttention } from '@/lib/attention/show-attention';
import { summariseAttention } from '@/lib/attention/summarise-attention';
import { signOutEverywhere } from '@/lib/auth/sign-out-everywhere';
import type { CalendarQuery } from '@/lib/calendar/input';
import { showBoard, showChangedBoard } from '@/lib/calendar/show-board';
import { type CalendarQuestion, showCalendar } from '@/lib/calendar/show-calendar';
import { showMonth } from '@/lib/calendar/show-month';
import { newId } from '@/lib/ids/new-id';
import { chooseClinic } from '@/lib/imports/choose-clinic';
import { placeVisits } from '@/lib/imports/place-visits';
import { runImport } from '@/lib/imports/run-import';
import { Timeline } from '@/lib/imports/timeline';
import {
  queueAppointmentCancelled,
  queueAppointmentChanged,
  queueAppointmentConfirmation,
  queuePackageConfirmation,
} from '@/lib/notifications/queue';
import { createPackage } from '@/lib/packages/create-package';
import { editPackage } from '@/lib/packages/edit-package';
import { judgePlace } from '@/lib/packages/judge-place';
import { packageForm } from '@/lib/packages/package-form';
import { packageProblem } from '@/lib/packages/package-problem';
import { loadProblemToSave } from '@/lib/packages/package-to-save';
import { planChanged } from '@/lib/packages/plan-changed';
import { loadPlanningProblem } from '@/lib/packages/planning-problem';
import { proposePlan } from '@/lib/packages/propose-plan';
import { sessionMoves } from '@/lib/packages/session-moves';
import { showPackage } from '@/lib/packages/show-package';
import { packageAsked } from '@/lib/packages/testing-form';
import { nameBreaches } from '@/lib/planning/name-breaches';
import { refused } from '@/lib/result/result';
import { searchRecords } from '@/lib/search/search-records';
import { deskRevision } from '@/lib/today/desk-revision';
import { showToday } from '@/lib/today/show-today';
import type { Case } from './cases';
import type { Ids } from './two-tenants';

const form = (ids: Ids) => packageAsked(ids, { sessionCount: 2, startDate: '2027-01-10' });

const visit = (ids: Ids) => ({
  patientId: ids.patientId,
  clinicId: ids.clinicId,
  serviceTypeId: ids.serviceTypeId,
  providerId: ids.providerId,
  date: '2027-01-11',
  time: '09:00',
  durationMinutes: 45,
});

const days = (ids: Ids): CalendarQuestion => ({
  clinic: { id: ids.clinicId, name: '', timeZone: 'Europe/London', gridMinutes: 15, weekStart: 0 },
  providers: [{ id: ids.providerId, name: '' }],
  dates: ['2027-01-03', '2027-01-04', '2027-01-05', '2027-01-06'],
  providerId: null,
  serviceTypeId: null,
  roomId: null,
  withCancelled: true,
});

const week = (ids: Ids): CalendarQuery => ({
  view: 'week',
  date: '2027-01-04',
  clinic: ids.clinicId,
  provider: ids.providerId,
  service: null,
  room: null,
  cancelled: true,
});

const move = (ids: Ids) => ({
  appointmentId: ids.appointmentId,
  providerId: ids.providerId,
  date: '2027-01-12',
  time: '10:00',
  durationMinutes: 45,
});

const NO_FACTS = {
  clinic: null,
  service: null,
  hasPatient: true,
  providers: [],
  patientBusy: [],
  closures: [],
};

/** One case for each operation; the test fails for one that has none. */
export const OPERATION_CASES: Record<string, Case> = {
  'lib/appointments/appointment-problem.ts#loadAppointmentProblem': (scope, ids) =>
    loadAppointmentProblem(scope, visit(ids)),
  'lib/appointments/book-appointment.ts#bookAppointment': (scope, ids) =>
    bookAppointment(scope, { ...visit(ids), requestKey: newId(), notes: '' }),
  'lib/appointments/cancel-appointment.ts#cancelAppointment': (scope, ids) =>
    cancelAppointment(scope, {
      appointmentId: ids.appointmentId,
      version: 1,
      reason: 'try',
      session: 'cancel',
    }),
  'lib/appointments/judge-booking.ts#judgeBooking': (scope, ids) => judgeBooking(scope, visit(ids)),
  'lib/appointments/judge-booking.ts#judgeVisit': async (scope, ids) => {
    const problem = await loadAppointmentProblem(scope, visit(ids));
    return problem.ok ? judgeVisit(scope, visit(ids), problem.value) : problem;
  },
  'lib/appointments/judge-booking.ts#whoIsAt': async (scope, ids) => {
    const problem = await loadAppointmentProblem(scope, visit(ids));
    if (!problem.ok) return problem;
    const [start, end] = [at('2027-01-03', '00:00'), at('2027-01-10', '00:00')];
    const place = { number: 1, provider: ids.providerId, room: null, start, end };
    return whoIsAt(scope, visit(ids), problem.value, { place, codes: ['provider_busy', 'patient_busy'] });
  },
  'lib/appointments/judge-move.ts#judgeMove': (scope, ids) => judgeMove(scope, move(ids)),
  'lib/appointments/move-problem.ts#loadMoveProblem': (scope, ids) =>
    loadMoveProblem(scope, {
      appointmentId: ids.appointmentId,
      providerIds: null,
      from: '2027-01-03',
      to: '2027-01-10',
      durationMinutes: null,
    }),
  'lib/appointments/move-times.ts#moveTimes': (scope, ids) =>
    moveTimes(scope, { id: ids.appointmentId, days: 14 }),
  'lib/planning/name-breaches.ts#nameBreaches': (scope, ids) =>
    nameBreaches(scope, {
      codes: ['provider_busy', 'patient_busy', 'no_room'],
      facts: { ...NO_FACTS, rooms: [{ id: ids.roomId, name: '', busy: [] }] },
      place: {
        providerId: ids.providerId,
        patientId: ids.patientId,
        start: at('2027-01-03', '00:00'),
        end: at('2027-01-10', '00:00'),
        exceptAppointmentId: null,
      },
    }),
  'lib/appointments/open-visit.ts#openVisit': (scope, ids) =>
    openVisit(scope, { appointmentId: ids.appointmentId, version: 1 }),
  'lib/appointments/reschedule-appointment.ts#rescheduleAppointment': (scope, ids) =>
    rescheduleAppointment(scope, {
      ...move(ids),
      version: 1,
      reason: '',
      accepted: [],
      overlapReason: 'try',
    }),
  'lib/appointments/visit-change.ts#answerToOlderVersion': (scope, ids) =>
    answerToOlderVersion(scope, { appointmentId: ids.appointmentId, version: 0 }, () => false),
  'lib/appointments/free-days.ts#freeDays': (scope, ids) => freeDays(scope, visit(ids)),
  'lib/appointments/free-times.ts#freeTimes': (scope, ids) => freeTimes(scope, visit(ids)),
  'lib/appointments/record-outcome.ts#recordOutcome': (scope, ids) =>
    recordOutcome(scope, { appointmentId: ids.appointmentId, version: 1, outcome: 'ARRIVED' }),
  'lib/attention/list-items.ts#listItems': (scope, ids) =>
    listItems(scope, { kind: 'unplaced', clinicId: ids.clinicId, limit: 9 }),
  'lib/attention/list-unsettled.ts#listUnsettled': (scope) => listUnsettled(scope),
  'lib/attention/show-attention.ts#showAttention': (scope, ids) =>
    showAttention(scope, { kind: 'unplaced', at: ids.packageId, place: 1 }),
  'lib/attention/summarise-attention.ts#summariseAttention': (scope, ids) =>
    summariseAttention(scope, { clinicId: ids.clinicId }),
  'lib/auth/sign-out-everywhere.ts#signOutEverywhere': (scope) =>
    signOutEverywhere({ ...scope, actor: { kind: 'system', name: 'test', origin: 'test' } }),
  'lib/calendar/show-calendar.ts#showCalendar': (scope, ids) => showCalendar(scope, days(ids)),
  'lib/calendar/show-month.ts#showMonth': (scope, ids) => showMonth(scope, days(ids)),
  'lib/calendar/show-board.ts#showBoard': async (scope, ids) => {
    const { clinic, providers } = days(ids);
    const choices = { providers, services: [], rooms: [] };
    const board = await showBoard(scope, { query: week(ids), clinic, choices });
    return { ...board, revision: '' };
  },
  'lib/calendar/show-board.ts#showChangedBoard': (scope, ids) =>
    showChangedBoard(scope, { ...week(ids), seen: '' }),
  'lib/imports/choose-clinic.ts#chooseClinic': (scope) =>
    chooseClinic(scope, {
      clinicName: null,
      zone: null,
      isNeeded: true,
      tenantName: '',
      isDryRun: true,
    }),
  'lib/imports/place-visits.ts#placeVisits': (scope) =>
    placeVisits(scope, [], { timeline: new Timeline(), lineOfKey: new Map() }),
  'lib/imports/run-import.ts#runImport': (scope) =>
    runImport(
      scope,
      {
        files: { patients: null, providers: null, appointments: null },
        clinicName: null,
        zone: null,
        tenantName: '',
        isDryRun: true,
      },
      () => undefined,
    ),
  'lib/notifications/queue.ts#queuePackageConfirmation': async (scope, ids) =>
    transaction(scope, async (write) => {
      await queuePackageConfirmation(write, ids.packageId);
      return refused('tried');
    }),
  'lib/notifications/queue.ts#queueAppointmentConfirmation': async (scope, ids) =>
    transaction(scope, async (write) => {
      await queueAppointmentConfirmation(write, ids.appointmentId);
      return refused('tried');
    }),
  'lib/notifications/queue.ts#queueAppointmentChanged': async (scope, ids) =>
    transaction(scope, async (write) => {
      await queueAppointmentChanged(write, ids.appointmentId);
      return refused('tried');
    }),
  'lib/notifications/queue.ts#queueAppointmentCancelled': async (scope, ids) =>
    transaction(scope, async (write) => {
      await queueAppointmentCancelled(write, ids.appointmentId);
      return refused('tried');
    }),
  'lib/packages/create-package.ts#createPackage': (scope, ids) =>
    createPackage(scope, { ...form(ids), requestKey: newId(), notes: '', autoSchedule: true, shown: [] }),
  'lib/packages/package-problem.ts#packageProblem': (scope, ids) =>
    packageProblem(scope, { packageId: ids.packageId }),
  'lib/packages/edit-package.ts#editPackage': (scope, ids) =>
    editPackage(scope, {
      ...form(ids),
      packageId: ids.packageId,
      version: 1,
      requestKey: newId(),
      notes: '',
      autoSchedule: false,
      shown: [],
    }),
  'lib/packages/package-form.ts#packageForm': (scope, ids) =>
    packageForm(scope, { packageId: ids.packageId }),
  'lib/packages/session-moves.ts#sessionMoves': (scope, ids) =>
    sessionMoves(scope, { ...form(ids), number: 1, from: '2027-01-10', to: '2027-01-16' }),
  'lib/packages/judge-place.ts#judgePlace': (scope, ids) =>
    judgePlace(scope, {
      ...form(ids),
      place: { number: 1, providerId: ids.providerId, roomId: null, start: at('2027-01-11', '09:00') },
    }),
  'lib/packages/show-package.ts#showPackage': (scope, ids) => showPackage(scope, ids.packageId),
  'lib/packages/package-to-save.ts#loadProblemToSave': (scope, ids) =>
    loadProblemToSave(scope, { ...form(ids), notes: '', autoSchedule: false, shown: [] }),
  'lib/packages/plan-changed.ts#planChanged': async (scope, ids) => {
    const problem = await loadPlanningProblem(scope, form(ids));
    if (!problem.ok) return problem;
    const place = { number: 1, providerId: ids.providerId, roomId: null, start: at('2027-01-11', '09:00') };
    return planChanged(scope, problem.value, { ...form(ids), notes: '', autoSchedule: true, shown: [place] });
  },
  'lib/packages/planning-problem.ts#loadPlanningProblem': (scope, ids) =>
    loadPlanningProblem(scope, form(ids)),
  'lib/packages/propose-plan.ts#proposePlan': (scope, ids) => proposePlan(scope, form(ids)),
  'lib/search/search-records.ts#searchRecords': (scope, ids) =>
    searchRecords(scope, {
      query: '',
      recent: [
        { kind: 'patient', id: ids.patientId },
        { kind: 'package', id: ids.packageId },
        { kind: 'appointment', id: ids.appointmentId },
      ],
      kinds: ['patient', 'package', 'appointment'],
    }),
  'lib/today/desk-revision.ts#deskRevision': (scope, ids) =>
    deskRevision(scope, { clinic: { id: ids.clinicId, timeZone: 'Europe/London' }, date: '2027-01-04' }),
  'lib/today/show-today.ts#showToday': (scope, ids) =>
    showToday(scope, { clinic: { id: ids.clinicId, timeZone: 'Europe/London' }, date: '2027-01-04' }),
};
