import { transaction } from '@/db/transaction';
import { loadAppointmentProblem } from '@/lib/appointments/appointment-problem';
import { bookAppointment } from '@/lib/appointments/book-appointment';
import { freeTimes } from '@/lib/appointments/free-times';
import { recordOutcome } from '@/lib/appointments/record-outcome';
import { signOutEverywhere } from '@/lib/auth/sign-out-everywhere';
import { showCalendar } from '@/lib/calendar/show-calendar';
import { newId } from '@/lib/ids/new-id';
import { chooseClinic } from '@/lib/imports/choose-clinic';
import { placeVisits } from '@/lib/imports/place-visits';
import { runImport } from '@/lib/imports/run-import';
import { Timeline } from '@/lib/imports/timeline';
import { queueAppointmentConfirmation, queuePackageConfirmation } from '@/lib/notifications/queue';
import { cancelPackage } from '@/lib/packages/cancel-package';
import { createPackage } from '@/lib/packages/create-package';
import type { ProposePlanInput } from '@/lib/packages/input';
import { packageProblem } from '@/lib/packages/package-problem';
import { loadPlanningProblem } from '@/lib/packages/planning-problem';
import { proposePlan } from '@/lib/packages/propose-plan';
import { sessionMoves } from '@/lib/packages/session-moves';
import { showPackage } from '@/lib/packages/show-package';
import { refused } from '@/lib/result/result';
import type { Case } from './cases';
import type { Ids } from './two-tenants';

const form = (ids: Ids): ProposePlanInput => ({
  patientId: ids.patientId,
  clinicId: ids.clinicId,
  serviceTypeId: ids.serviceTypeId,
  sessionCount: 2,
  durationMinutes: 45,
  startDate: '2027-01-10',
  endDate: null,
  preferredDays: [],
  dayHours: null,
  minGapDays: 1,
  maxPerWeek: null,
  providers: { strategy: 'one', providerId: ids.providerId },
  goal: 'soonest',
});

const visit = (ids: Ids) => ({
  patientId: ids.patientId,
  clinicId: ids.clinicId,
  serviceTypeId: ids.serviceTypeId,
  providerId: ids.providerId,
  date: '2027-01-11',
  time: '09:00',
  durationMinutes: 45,
});

/** One case for each operation; the test fails for one that has none. */
export const OPERATION_CASES: Record<string, Case> = {
  'lib/appointments/appointment-problem.ts#loadAppointmentProblem': (scope, ids) =>
    loadAppointmentProblem(scope, visit(ids)),
  'lib/appointments/book-appointment.ts#bookAppointment': (scope, ids) =>
    bookAppointment(scope, { ...visit(ids), requestKey: newId(), notes: '' }),
  'lib/appointments/free-times.ts#freeTimes': (scope, ids) => freeTimes(scope, visit(ids)),
  'lib/appointments/record-outcome.ts#recordOutcome': (scope, ids) =>
    recordOutcome(scope, { appointmentId: ids.appointmentId, outcome: 'ARRIVED' }),
  'lib/auth/sign-out-everywhere.ts#signOutEverywhere': (scope) =>
    signOutEverywhere({ ...scope, actor: { kind: 'system', name: 'test', origin: 'test' } }),
  'lib/calendar/show-calendar.ts#showCalendar': (scope, ids) =>
    showCalendar(scope, {
      clinic: { id: ids.clinicId, name: '', timeZone: 'Europe/London', gridMinutes: 15, weekStart: 0 },
      providers: [{ id: ids.providerId, name: '' }],
      dates: ['2027-01-03', '2027-01-04', '2027-01-05', '2027-01-06'],
      providerId: null,
      serviceTypeId: null,
      roomId: null,
      withCancelled: true,
    }),
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
  'lib/packages/cancel-package.ts#cancelPackage': (scope, ids) =>
    cancelPackage(scope, { packageId: ids.packageId, reason: 'try' }),
  'lib/packages/create-package.ts#createPackage': (scope, ids) =>
    createPackage(scope, { ...form(ids), requestKey: newId(), notes: '', autoSchedule: true, shown: [] }),
  'lib/packages/package-problem.ts#packageProblem': (scope, ids) =>
    packageProblem(scope, { packageId: ids.packageId }),
  'lib/packages/session-moves.ts#sessionMoves': (scope, ids) =>
    sessionMoves(scope, { ...form(ids), number: 1 }),
  'lib/packages/show-package.ts#showPackage': (scope, ids) => showPackage(scope, ids.packageId),
  'lib/packages/planning-problem.ts#loadPlanningProblem': (scope, ids) =>
    loadPlanningProblem(scope, form(ids)),
  'lib/packages/propose-plan.ts#proposePlan': (scope, ids) => proposePlan(scope, form(ids)),
};
