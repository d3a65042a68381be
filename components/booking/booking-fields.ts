import type { FieldFault, FieldFaults } from '@/lib/result/field-faults';

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
  'minGapDays',
  'maxGapDays',
  'maxPerWeek',
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
