import { NOBODYS_ID } from './access-answers';
import { FROM, planOf } from './access-forms';
import type { KnownIds } from './known-ids';
import type { Who } from './people';

/** Each server action: who may call it, and a good input with ids of the tenant with all the data. */
export const ACTIONS: Record<string, { mayCall: readonly Who[]; input?: (ids: KnownIds) => object }> = {
  'app/(staff)/saved-views/actions.ts#saveView': {
    mayCall: ['viewer', 'provider', 'scheduler', 'admin', 'stranger'],
  },
  'app/(staff)/saved-views/actions.ts#changeView': {
    mayCall: ['viewer', 'provider', 'scheduler', 'admin', 'stranger'],
  },
  'app/(staff)/saved-views/actions.ts#deleteView': {
    mayCall: ['viewer', 'provider', 'scheduler', 'admin', 'stranger'],
  },
  'app/(staff)/actions.ts#signOutEverywhere': {
    mayCall: ['viewer', 'provider', 'scheduler', 'admin', 'stranger'],
  },
  'app/(staff)/actions.ts#undoChange': {
    mayCall: ['provider', 'scheduler', 'admin', 'stranger'],
    input: () => ({ changeId: NOBODYS_ID }),
  },
  'app/(staff)/appointments/actions.ts#rescheduleAppointment': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: (ids) => ({
      appointmentId: ids.appointment,
      version: 1,
      providerId: ids.provider,
      date: FROM,
      time: '03:00',
      durationMinutes: 45,
      reason: '',
      accepted: [],
      overlapReason: null,
    }),
  },
  'app/(staff)/appointments/actions.ts#cancelAppointment': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    // Of nobody: what may be cancelled would be.
    input: () => ({ appointmentId: NOBODYS_ID, version: 1, reason: 'Asked to', session: 'cancel' }),
  },
  'app/(staff)/appointments/actions.ts#recordOutcome': {
    mayCall: ['provider', 'scheduler', 'admin', 'stranger'],
    input: () => ({ appointmentId: NOBODYS_ID, version: 1, outcome: 'ARRIVED' }),
  },
  // Of nobody: what may be planned anew or cancelled would be.
  'app/(staff)/packages/actions.ts#saveReplan': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: () => ({
      packageId: NOBODYS_ID,
      version: 1,
      which: 'unplaced',
      changes: {},
      basis: '',
      shown: [],
    }),
  },
  'app/(staff)/packages/actions.ts#scheduleSession': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: (ids) => ({
      packageId: NOBODYS_ID,
      version: 1,
      number: 1,
      providerId: ids.provider,
      date: FROM,
      time: '09:00',
      accepted: [],
    }),
  },
  'app/(staff)/packages/actions.ts#cancelPackage': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: () => ({ packageId: NOBODYS_ID, version: 1, what: 'rest', reason: 'Asked to', listed: [] }),
  },
  'app/(staff)/packages/actions.ts#cancelSession': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: () => ({ packageId: NOBODYS_ID, version: 1, number: 1, reason: 'Asked to' }),
  },
  'app/(staff)/packages/actions.ts#bringBackSession': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: () => ({ packageId: NOBODYS_ID, version: 1, number: 1 }),
  },
  'app/(staff)/packages/[id]/edit/actions.ts#editPackage': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    // Of nobody: a draft that may be edited would be.
    input: (ids) => ({
      ...planOf(ids),
      packageId: NOBODYS_ID,
      version: 1,
      requestKey: NOBODYS_ID,
      notes: '',
      autoSchedule: false,
      shown: [],
    }),
  },
  'app/(staff)/patients/actions.ts#createPatient': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: () => ({
      id: NOBODYS_ID,
      givenName: 'Nobody',
      familyName: 'Known',
      fileNumber: '',
      // Not born yet: who may call is told so, and nobody is written down.
      birthDate: '2999-01-01',
      phone: '',
      email: '',
      locale: null,
      isAnother: true,
    }),
  },
  'app/(staff)/bookings/new/actions.ts#savePackage': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: (ids) => ({ ...planOf(ids), requestKey: NOBODYS_ID, notes: '', autoSchedule: false, shown: [] }),
  },
  'app/(staff)/bookings/new/actions.ts#bookAppointment': {
    mayCall: ['scheduler', 'admin', 'stranger'],
    input: (ids) => ({
      requestKey: NOBODYS_ID,
      patientId: ids.patient,
      clinicId: ids.clinic,
      serviceTypeId: ids.service,
      providerId: ids.provider,
      date: FROM,
      time: '09:00',
      durationMinutes: 45,
      notes: '',
    }),
  },
};
