import { bookAppointmentInput } from '@/lib/appointments/input';
import { createPackageInput, proposePlanInput, type ShownSession } from '@/lib/packages/input';
import { type FieldFault, type FieldFaults, faultsOf } from '@/lib/result/field-faults';
import { isLocalDate } from '@/lib/time/local-date';
import { type BookingForm, type BookingKind, sessionRows } from './booking-form';

/** The fields of the form, by the names that their labels and ids go by, in the order of the screen. */
export const FIELDS = [
  'patientId',
  'clinicId',
  'serviceTypeId',
  'sessionCount',
  'durationMinutes',
  'startDate',
  'endDate',
  'preferredDays',
  'hoursFrom',
  'hoursTo',
  'maxPerWeek',
  'minGapDays',
  'providerId',
  'perSession',
  'date',
  'time',
  'notes',
] as const;

export type FieldName = (typeof FIELDS)[number];

export interface FormFault extends FieldFault {
  /** The session numbers it is about, in the field of providers per session. */
  sessions?: number[];
}

/** What is wrong with the form, by field; `form` is what has no field of its own. */
export type FormFaults = Partial<Record<FieldName | 'form', FormFault>>;

export const fieldId = (field: FieldName): string => `booking-${field}`;

const numberOf = (text: string): number | undefined => (text === '' ? undefined : Number(text));

/** The package form as the schemas of `lib/packages/input.ts` want it, still to be parsed. */
export function planInputOf(form: BookingForm) {
  return {
    patientId: form.patient?.id ?? '',
    clinicId: form.clinicId,
    serviceTypeId: form.serviceTypeId,
    sessionCount: numberOf(form.sessionCount),
    durationMinutes: numberOf(form.durationMinutes),
    startDate: form.startDate,
    endDate: form.endDate || null,
    preferredDays: form.preferredDays,
    dayHours: form.hoursFrom || form.hoursTo ? { from: form.hoursFrom, to: form.hoursTo } : null,
    minGapDays: numberOf(form.minGapDays),
    maxPerWeek: numberOf(form.maxPerWeek) ?? null,
    providers:
      form.strategy === 'one'
        ? { strategy: 'one', providerId: form.providerId }
        : {
            strategy: 'per_session',
            sessions: sessionRows(form).map((row, index) => ({ number: index + 1, ...row })),
          },
    goal: form.goal,
    ...(form.pinned.length > 0 ? { pinned: form.pinned } : {}),
  };
}

/** What is saved: the form and the places that were on the screen. */
export function packageInputOf(form: BookingForm, shown: readonly ShownSession[]) {
  return {
    ...planInputOf(form),
    requestKey: form.requestKey,
    notes: form.notes,
    autoSchedule: form.autoSchedule,
    shown: shown.map(({ number, providerId, roomId, start }) => ({ number, providerId, roomId, start })),
  };
}

/** `overlapReason` is why the visit is laid over another one on purpose, null where it must stand free. */
export function appointmentInputOf(form: BookingForm, overlapReason: string | null = null) {
  return {
    overlapReason,
    requestKey: form.requestKey,
    patientId: form.patient?.id ?? '',
    clinicId: form.clinicId,
    serviceTypeId: form.serviceTypeId,
    providerId: form.providerId,
    date: form.date,
    time: form.time,
    durationMinutes: numberOf(form.durationMinutes),
    notes: form.notes,
  };
}

/** Everything that is wrong with the form as it stands; `today` is the clinic's date. */
export function faultsOfForm(form: BookingForm, kind: BookingKind, today: string): FormFaults {
  const parsed =
    kind === 'package'
      ? createPackageInput.safeParse(packageInputOf(form, []))
      : bookAppointmentInput.safeParse(appointmentInputOf(form));
  const faults = parsed.success ? {} : byField(faultsOf(parsed.error));
  const first = kind === 'package' ? 'startDate' : 'date';
  if (isLocalDate(form[first]) && form[first] < today) faults[first] ??= { code: 'in_the_past' };
  // The schema compares the two dates only once every field is right by itself; people want to know at once.
  if (kind === 'package' && isLocalDate(form.endDate) && form.endDate < form.startDate) {
    faults.endDate ??= { code: 'ends_before_start' };
  }
  return faults;
}

/** The input to plan from, or null while the form is not complete. */
export function readyPlanInput(form: BookingForm, today: string) {
  const parsed = proposePlanInput.safeParse(planInputOf(form));
  return parsed.success && parsed.data.startDate >= today ? parsed.data : null;
}

/** The faults of an input, whose paths are those of the schemas, at the fields of the form. */
export function byField(faults: FieldFaults): FormFaults {
  const found: FormFaults = {};
  for (const [path, fault] of Object.entries(faults)) {
    const session = /^providers\.sessions\.(\d+)\b/.exec(path);
    const field = session ? 'perSession' : fieldOfPath(path);
    const known = found[field];
    if (!known) found[field] = session ? { ...fault, sessions: [Number(session[1]) + 1] } : fault;
    // One line for many sessions with the same fault; another fault is told once this one is mended.
    else if (session && known.code === fault.code) known.sessions?.push(Number(session[1]) + 1);
  }
  return found;
}

const PATHS: Readonly<Record<string, FieldName>> = {
  'dayHours.from': 'hoursFrom',
  'dayHours.to': 'hoursTo',
  dayHours: 'hoursTo',
  'providers.providerId': 'providerId',
  providers: 'providerId',
};

function fieldOfPath(path: string): FieldName | 'form' {
  return PATHS[path] ?? FIELDS.find((field) => field === path || path.startsWith(`${field}.`)) ?? 'form';
}
