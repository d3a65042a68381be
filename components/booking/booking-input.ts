import type { ProposePlanInput, ShownSession } from '@/lib/packages/input';
import { type BookingForm, sessionRows } from './booking-form';

const numberOf = (text: string): number | undefined => (text === '' ? undefined : Number(text));

/** Who gives the sessions: one provider, or each session its own. */
const providersOf = (form: BookingForm): ProposePlanInput['providers'] =>
  form.strategy === 'one'
    ? { strategy: 'one', providerId: form.providerId }
    : {
        strategy: 'per_session',
        // A list of its own each: one that stands in two places would be sent as a pointer, which the server refuses.
        sessions: sessionRows(form).map(({ providerIds, note }, index) => ({
          number: index + 1,
          providerIds: [...providerIds],
          note,
        })),
      };

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
    maxGapDays: numberOf(form.maxGapDays) ?? null,
    maxPerWeek: numberOf(form.maxPerWeek) ?? null,
    providers: providersOf(form),
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

/** What is planned from, without the notes: they change no plan, and it need not be made anew for each letter. */
export function planAsked(form: BookingForm): ProposePlanInput | null {
  const { sessionCount, durationMinutes, minGapDays, ...input } = planInputOf(form);
  if (sessionCount === undefined || durationMinutes === undefined || minGapDays === undefined) return null;
  const providers: ProposePlanInput['providers'] =
    input.providers.strategy === 'one'
      ? input.providers
      : { ...input.providers, sessions: input.providers.sessions.map((row) => ({ ...row, note: '' })) };
  const stands = standing(form);
  const pinned = stands.length > 0 ? { pinned: stands } : {};
  return { ...input, ...pinned, sessionCount, durationMinutes, minGapDays, providers };
}

/** What a plan leaves where it is: what is held by hand, and what was to stay with it. */
function standing({ pinned, kept }: BookingForm): ShownSession[] {
  const byHand = new Set(pinned.map(({ number }) => number));
  return [...pinned, ...kept.filter(({ number }) => !byHand.has(number))];
}

/** The parts of a question about free times. */
export const freeTimesAsked = (form: BookingForm) => ({
  clinicId: form.clinicId,
  serviceTypeId: form.serviceTypeId,
  providerId: form.providerId,
  ...(form.patient ? { patientId: form.patient.id } : {}),
  date: form.date,
  durationMinutes: form.durationMinutes,
});
