import { type BookingForm, countOf, sessionRows } from './booking-form';

/** What two people can have typed differently into one draft, in the order of the screen. */
export const MEANWHILE_FIELDS = [
  'goal',
  'patientId',
  'clinicId',
  'serviceTypeId',
  'sessionCount',
  'durationMinutes',
  'startDate',
  'endDate',
  'preferredDays',
  'providers',
  'pinned',
  'hoursFrom',
  'hoursTo',
  'minGapDays',
  'maxGapDays',
  'maxPerWeek',
  'notes',
] as const;

export type MeanwhileField = (typeof MEANWHILE_FIELDS)[number];

/** The parts of the form that make up a field. */
const PARTS: Readonly<Record<MeanwhileField, readonly Exclude<keyof BookingForm, 'requestKey'>[]>> = {
  goal: ['goal'],
  patientId: ['patient'],
  clinicId: ['clinicId'],
  serviceTypeId: ['serviceTypeId'],
  sessionCount: ['sessionCount'],
  durationMinutes: ['durationMinutes'],
  startDate: ['startDate'],
  endDate: ['endDate'],
  preferredDays: ['preferredDays'],
  providers: ['strategy', 'providerId', 'perSession'],
  pinned: ['pinned'],
  hoursFrom: ['hoursFrom'],
  hoursTo: ['hoursTo'],
  maxPerWeek: ['maxPerWeek'],
  minGapDays: ['minGapDays'],
  maxGapDays: ['maxGapDays'],
  notes: ['notes'],
};

/** The fields that someone else has changed since `basis`, and that say something else in `mine`. */
export function changedMeanwhile({
  basis,
  mine,
  theirs,
}: Record<'basis' | 'mine' | 'theirs', BookingForm>): MeanwhileField[] {
  return MEANWHILE_FIELDS.filter(
    (field) => said(field, theirs) !== said(field, basis) && said(field, theirs) !== said(field, mine),
  );
}

/** These fields as they stand in a form, to be taken over into another one. */
export function fieldsFrom(form: BookingForm, fields: readonly MeanwhileField[]): Partial<BookingForm> {
  return Object.fromEntries(fields.flatMap((field) => PARTS[field]).map((part) => [part, form[part]]));
}

/** What a field comes to: the same text for what is saved alike. */
function said(field: MeanwhileField, form: BookingForm): string {
  if (field === 'patientId') return form.patient?.id ?? '';
  if (field === 'pinned') {
    return JSON.stringify(heldIn(form).map(({ number, providerId, start }) => [number, providerId, start]));
  }
  if (field !== 'providers') return JSON.stringify(PARTS[field].map((part) => form[part]));
  if (form.strategy === 'one') return form.providerId;
  return JSON.stringify(sessionRows({ ...form, sessionCount: String(countOf(form)) }));
}

/** What is held by hand, in session order; what lies beyond the present number of sessions holds nothing. */
export const heldIn = (form: BookingForm) =>
  form.pinned
    .filter(({ number }) => number <= countOf(form))
    .toSorted((one, other) => one.number - other.number);
