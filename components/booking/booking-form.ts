import {
  type AssignmentChange,
  assign,
  noProviders,
  type SessionProviders,
} from '@/components/assignments/assignment';
import type { ProposePlanInput, ShownSession } from '@/lib/packages/input';
import { MAX_SESSIONS } from '@/lib/rules/package-limits';
import type { BookingOptions } from './booking-options';

export type BookingKind = 'package' | 'single';
export type Goal = ProposePlanInput['goal'];

/** A session that a person holds in place. */
export type PinnedSession = ShownSession;

/** A patient as chosen from the search; `description` is file number and birth date. */
export interface ChosenPatient {
  id: string;
  label: string;
  description?: string;
}

/** Everything that was typed, as it was typed, for both kinds: switching between them loses nothing. */
export interface BookingForm {
  /** Goes with every save of this form: pressing twice, or a retry after a lost reply, books once. */
  requestKey: string;
  patient: ChosenPatient | null;
  clinicId: string;
  serviceTypeId: string;
  durationMinutes: string;
  providerId: string;
  notes: string;

  sessionCount: string;
  startDate: string;
  endDate: string;
  preferredDays: number[];
  hoursFrom: string;
  hoursTo: string;
  minGapDays: string;
  maxGapDays: string;
  maxPerWeek: string;
  strategy: 'one' | 'per_session';
  /** By session number, the first at 0; kept beyond the present number of sessions. */
  perSession: SessionProviders[];
  goal: Goal;
  autoSchedule: boolean;
  /** Sessions held in place by hand; the plan goes around them. */
  pinned: PinnedSession[];
  /** The others as they stood when one was placed by hand; they stay until something else of the form changes. */
  kept: PinnedSession[];

  date: string;
  time: string;

  /** Fields that the user has set by hand, which a service's usual values must not overwrite. */
  isDurationTyped: boolean;
  isCountTyped: boolean;
}

/** What is known before anybody types: from the address of the page, or from a package to copy. */
export type BookingStart = Partial<Omit<BookingForm, 'requestKey'>>;

export function emptyForm(today: string, requestKey: string): BookingForm {
  return {
    requestKey,
    patient: null,
    clinicId: '',
    serviceTypeId: '',
    durationMinutes: '',
    providerId: '',
    notes: '',
    sessionCount: '',
    startDate: today,
    endDate: '',
    preferredDays: [],
    hoursFrom: '',
    hoursTo: '',
    minGapDays: '1',
    maxGapDays: '',
    maxPerWeek: '',
    strategy: 'one',
    perSession: [],
    goal: 'soonest',
    autoSchedule: true,
    pinned: [],
    kept: [],
    date: today,
    time: '',
    isDurationTyped: false,
    isCountTyped: false,
  };
}

/** A new form with what is known from the start; the only clinic there is need not be chosen. */
export function startForm(
  { today, requestKey, start }: { today: string; requestKey: string; start: BookingStart },
  options: BookingOptions,
): BookingForm {
  const { serviceTypeId = '', ...rest } = start;
  const [only, another] = options.clinics;
  const clinicId = start.clinicId || (only && !another ? only.id : '');
  // A day that was pointed at is when the visit is, and when a package begins.
  const startDate = start.date && start.date > today ? start.date : today;
  const form = { ...emptyForm(today, requestKey), startDate, ...rest, clinicId };
  return serviceTypeId ? change(form, { kind: 'service', serviceTypeId, options }) : form;
}

/** The fields that are simply set to what was typed. */
type PlainFields = Omit<
  BookingForm,
  | 'requestKey'
  | 'clinicId'
  | 'serviceTypeId'
  | 'durationMinutes'
  | 'sessionCount'
  | 'perSession'
  | 'pinned'
  | 'kept'
  | 'isDurationTyped'
  | 'isCountTyped'
>;

export type FormChange =
  | { kind: 'set'; fields: Partial<PlainFields> }
  /** As they stand in another form of the same package. */
  | { kind: 'take'; fields: Partial<Omit<BookingForm, 'requestKey'>> }
  | { kind: 'clinic'; clinicId: string; options: BookingOptions }
  | { kind: 'service'; serviceTypeId: string; options: BookingOptions }
  | { kind: 'duration'; durationMinutes: string }
  | { kind: 'count'; sessionCount: string }
  /** Holds a session in place; the others that are told stay where they are with it. */
  | { kind: 'pin'; place: PinnedSession; others?: readonly PinnedSession[] }
  | { kind: 'unpin'; number: number }
  | { kind: 'unpin_all' }
  /** Plans everything anew that is not held by hand. */
  | { kind: 'plan_rest' }
  /** One session to another provider: from then on they are chosen session by session. */
  | { kind: 'give'; number: number; providerId: string }
  | AssignmentChange;

/** The form after one change. */
export function change(form: BookingForm, made: FormChange): BookingForm {
  const changed = changeFields(form, made);
  if (made.kind === 'pin' || made.kind === 'unpin' || areOnlyNotes(made)) return changed;
  return { ...changed, kept: [] };
}

const areOnlyNotes = (made: FormChange) =>
  made.kind === 'set' && Object.keys(made.fields).every((field) => field === 'notes');

function changeFields(form: BookingForm, made: FormChange): BookingForm {
  switch (made.kind) {
    case 'set': {
      const next = { ...form, ...sameDay(form, made.fields), ...made.fields };
      // Who was chosen for all is a beginning for choosing session by session.
      const begins = form.strategy === 'one' && next.strategy === 'per_session' && isForNobody(next);
      return begins ? perSession({ ...next, strategy: 'one' }) : next;
    }
    case 'take':
      return take(form, made.fields);
    case 'clinic':
      return atClinic(form, made.clinicId, made.options);
    case 'service':
      return withService(form, made.serviceTypeId, made.options);
    case 'duration':
      return {
        ...form,
        durationMinutes: made.durationMinutes,
        isDurationTyped: made.durationMinutes !== '',
      };
    case 'count':
      return { ...form, sessionCount: made.sessionCount, isCountTyped: made.sessionCount !== '' };
    case 'pin':
      return {
        ...form,
        pinned: [...without(form.pinned, made.place.number), made.place],
        kept: without(made.others ?? form.kept, made.place.number),
      };
    case 'unpin':
      return { ...form, pinned: without(form.pinned, made.number) };
    case 'unpin_all':
      return { ...form, pinned: [] };
    case 'plan_rest':
      return form;
    case 'give':
      return withAssignments(perSession(form), {
        kind: 'session',
        number: made.number,
        to: { providerIds: [made.providerId] },
      });
    case 'providers':
      return withAssignments({ ...form, strategy: 'per_session' }, made);
    default:
      return withAssignments(form, made);
  }
}

/** The day of a visit and the first of a package are one, until somebody makes them two. */
function sameDay(form: BookingForm, { date, startDate }: Partial<PlainFields>): Partial<PlainFields> {
  if (form.date !== form.startDate) return {};
  if (date !== undefined) return { startDate: date };
  return startDate === undefined ? {} : { date: startDate };
}

/** What is held by hand stays, unless it is taken too, or becomes that of another clinic or service. */
function take(form: BookingForm, fields: Partial<BookingForm>): BookingForm {
  const isElsewhere = fields.clinicId !== undefined || fields.serviceTypeId !== undefined;
  return { ...form, ...(isElsewhere ? { pinned: [] } : {}), ...fields };
}

const without = (places: readonly PinnedSession[], number: number) =>
  places.filter((place) => place.number !== number);

/** Elsewhere it may be another day already: what began today begins today there. */
function atClinic(form: BookingForm, clinicId: string, { clinics }: BookingOptions): BookingForm {
  const before = clinics.find(({ id }) => id === form.clinicId) ?? clinics[0];
  const today = clinics.find(({ id }) => id === clinicId)?.today;
  const moved = (date: string) => (today !== undefined && date === before?.today ? today : date);
  return { ...form, clinicId, pinned: [], startDate: moved(form.startDate), date: moved(form.date) };
}

/** A service brings its usual length and number of sessions, unless the user has said otherwise. */
function withService(form: BookingForm, serviceTypeId: string, options: BookingOptions): BookingForm {
  const service = options.services.find(({ id }) => id === serviceTypeId);
  if (!service) return { ...form, serviceTypeId };
  return {
    ...form,
    serviceTypeId,
    pinned: [],
    durationMinutes: form.isDurationTyped ? form.durationMinutes : String(service.durationMinutes),
    sessionCount: form.isCountTyped ? form.sessionCount : String(service.sessionCount),
  };
}

/** How many sessions the form asks for, as far as that can be told; never more than are allowed. */
export function countOf(form: Pick<BookingForm, 'sessionCount'>): number {
  const count = Number(form.sessionCount);
  return Number.isInteger(count) ? Math.min(Math.max(count, 0), MAX_SESSIONS) : 0;
}

/** One row a session number, empty where nobody has been chosen yet. */
export function sessionRows(form: BookingForm): SessionProviders[] {
  return Array.from({ length: countOf(form) }, (_, index) => form.perSession[index] ?? noProviders);
}

/** The same providers, told session by session. */
function perSession(form: BookingForm): BookingForm {
  if (form.strategy === 'per_session') return form;
  const providerIds = form.providerId === '' ? [] : [form.providerId];
  const rows = sessionRows(form).map(({ note }) => ({ note, providerIds }));
  return { ...form, strategy: 'per_session', perSession: rows };
}

const isForNobody = (form: BookingForm) =>
  sessionRows(form).every(({ providerIds }) => providerIds.length === 0);

/** What lies beyond the present number of sessions is kept. */
function withAssignments(form: BookingForm, made: AssignmentChange): BookingForm {
  const rows = sessionRows(form);
  return { ...form, perSession: [...assign(rows, made), ...form.perSession.slice(rows.length)] };
}
