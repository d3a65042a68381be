import * as z from 'zod';
import { bookableDay } from '@/lib/planning/bookable-day';
import { MAX_NOTES_LENGTH, MAX_SESSIONS, MAX_WINDOW_DAYS, MIN_SESSIONS } from '@/lib/rules/package-limits';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '@/lib/rules/visit-length';
import { PRESET_NAMES } from '@/lib/scheduling/presets';
import { isEndOfSpan, isLocalTime } from '@/lib/time/local-time';

/** The year 2200: past any calendar of ours, well inside what dates can be. */
const MAX_INSTANT = Date.UTC(2200, 0, 1);

const id = z
  .string()
  .min(1, 'required')
  .regex(/^[\w-]{1,64}$/, 'invalid');
/** PostgreSQL keeps no null byte, and nobody types one. */
const text = z.string().refine((written) => !written.includes('\0'), 'invalid');
const weekday = z.number().int().min(0).max(6);

/** One provider for all sessions, or session by session; of each session at least `fewest`. */
const providersBy = (one: z.ZodType<string>, fewest: 0 | 1) =>
  z.discriminatedUnion('strategy', [
    z.object({ strategy: z.literal('one'), providerId: one }),
    z.object({
      strategy: z.literal('per_session'),
      /** One entry a session number; several providers of one session are a pool. */
      sessions: z
        .array(
          z.object({
            number: z.number().int().min(1).max(MAX_SESSIONS),
            providerIds: z
              .array(id)
              .min(fewest, 'provider_required')
              .max(20)
              .transform((ids) => [...new Set(ids)]),
            note: text.trim().max(500).default(''),
          }),
        )
        .max(MAX_SESSIONS),
    }),
  ]);

/** One placed session as it was shown; instants are epoch milliseconds. */
export const shownSession = z.object({
  number: z.number().int().min(1).max(MAX_SESSIONS),
  providerId: id,
  roomId: id.nullable(),
  start: z.number().int().min(0).max(MAX_INSTANT),
});
export type ShownSession = z.infer<typeof shownSession>;

const planFields = z.object({
  patientId: id,
  clinicId: id,
  serviceTypeId: id,
  sessionCount: z.number().int('whole_number').min(MIN_SESSIONS).max(MAX_SESSIONS),
  durationMinutes: z.number().int('whole_number').min(SHORTEST_VISIT_MINUTES).max(LONGEST_VISIT_MINUTES),
  startDate: bookableDay,
  /** None means the 90 days from the start. */
  endDate: bookableDay.nullable(),
  /** 0 = Sunday; none means any day. */
  preferredDays: z.array(weekday).max(7),
  /** The patient's possible hours. */
  dayHours: z
    .object({
      from: z.string().refine(isLocalTime, 'not_a_time'),
      to: z.string().refine(isEndOfSpan, 'not_a_time'),
    })
    .refine(({ from, to }) => from < to, { error: 'ends_before_start', path: ['to'] })
    .nullable(),
  minGapDays: z.number().int('whole_number').min(1).max(60),
  /** None means that any number of days may lie between sessions. */
  maxGapDays: z.number().int('whole_number').min(1).max(MAX_WINDOW_DAYS).nullable(),
  maxPerWeek: z.number().int('whole_number').min(1).max(7).nullable(),
  providers: providersBy(id, 1),
  /** Sessions that a person holds in place; the others are planned around them. */
  pinned: z.array(shownSession).max(MAX_SESSIONS).optional(),
  goal: z.enum(PRESET_NAMES),
});

type PlanFields = z.infer<typeof planFields>;

const faultIn =
  (context: z.RefinementCtx) =>
  (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message });

function checkDraft(input: PlanFields, context: z.RefinementCtx) {
  const fault = faultIn(context);
  const { startDate, endDate, minGapDays, maxGapDays, providers, pinned = [] } = input;
  if (new Set(pinned.map(({ number }) => number)).size < pinned.length) fault(['pinned'], 'invalid');
  if (endDate !== null && endDate < startDate) fault(['endDate'], 'ends_before_start');
  if (endDate !== null && Date.parse(endDate) - Date.parse(startDate) >= MAX_WINDOW_DAYS * 86_400_000) {
    fault(['endDate'], 'window_too_long');
  }
  if (maxGapDays !== null && maxGapDays < minGapDays) fault(['maxGapDays'], 'less_than_smallest');
  if (providers.strategy === 'per_session') {
    const numbers = new Set(providers.sessions.map((session) => session.number));
    if (numbers.size < providers.sessions.length) fault(['providers', 'sessions'], 'invalid');
  }
}

/** What a draft may leave open is to be known: who gives each session. */
function checkAcrossFields(input: PlanFields, context: z.RefinementCtx) {
  checkDraft(input, context);
  const { providers, sessionCount } = input;
  if (providers.strategy === 'one') return;
  const numbers = new Set(providers.sessions.map((session) => session.number));
  for (let number = 1; number <= sessionCount; number++) {
    if (numbers.has(number)) continue;
    faultIn(context)(['providers', 'sessions', number - 1, 'providerIds'], 'provider_required');
  }
}

/** What a plan is made from: the package form as it stands. */
export const proposePlanInput = planFields.superRefine(checkAcrossFields);
export type ProposePlanInput = z.infer<typeof proposePlanInput>;

/** No more days at once than a screen shows: each of them has dozens of times. */
const MOST_DAYS_OF_MOVES = 31;

/** For which session of the form to list the times it may take, on which days. */
export const sessionMovesInput = planFields
  .extend({
    number: z.number().int().min(1).max(MAX_SESSIONS),
    from: bookableDay,
    to: bookableDay,
  })
  .superRefine(checkAcrossFields)
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS_OF_MOVES * 86_400_000, {
    error: 'window_too_long',
    path: ['to'],
  });
export type SessionMovesInput = z.infer<typeof sessionMovesInput>;

/** A place for one session of the form, chosen by hand. */
export const judgePlaceInput = planFields.extend({ place: shownSession }).superRefine(checkAcrossFields);
export type JudgePlaceInput = z.infer<typeof judgePlaceInput>;

/** A package with the plan that was on the screen: that plan is saved, or nothing. */
const packageFields = planFields.extend({
  /** Made once per form: saving twice with one key makes one package. */
  requestKey: z.uuid(),
  notes: text.max(MAX_NOTES_LENGTH),
  autoSchedule: z.literal(true),
  /** The placed sessions that were shown; empty when nothing fits or nothing is to be scheduled. */
  shown: z.array(shownSession).max(MAX_SESSIONS),
});

/** Kept as a draft, its sessions pending: who gives them may still be open. */
const asDraft = { autoSchedule: z.literal(false), providers: providersBy(id.or(z.literal('')), 0) };

/** By one or the other, with every fault told: a union would only say that it is neither. */
const eitherOf = <S extends z.ZodType, D extends z.ZodType>(scheduled: S, draft: D) =>
  z.unknown().transform((raw, context): z.infer<S> | z.infer<D> => {
    const isDraft =
      typeof raw === 'object' && raw !== null && 'autoSchedule' in raw && raw.autoSchedule === false;
    const parsed = (isDraft ? draft : scheduled).safeParse(raw, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.addIssue({ ...issue });
    return z.NEVER;
  });

export const createPackageInput = eitherOf(
  packageFields.superRefine(checkAcrossFields),
  packageFields.extend(asDraft).superRefine(checkDraft),
);
export type CreatePackageInput = z.infer<typeof createPackageInput>;

/** A draft as it is to be from now on; its request key tells a retry from another save. */
const draftFields = packageFields.extend({
  packageId: id,
  /** The version of the draft that the person saw. */
  version: z.number().int().min(1),
});

export const editPackageInput = eitherOf(
  draftFields.superRefine(checkAcrossFields),
  draftFields.extend(asDraft).superRefine(checkDraft),
);
export type EditPackageInput = z.infer<typeof editPackageInput>;

/** A package named in the path of an address. */
export const packageReference = z.object({ id });
