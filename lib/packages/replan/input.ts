import * as z from 'zod';
import { bookableDay } from '@/lib/planning/bookable-day';
import { MAX_SESSIONS, MAX_WINDOW_DAYS } from '@/lib/rules/package-limits';
import { PRESET_NAMES } from '@/lib/scheduling/presets';
import { isEndOfSpan, isLocalTime } from '@/lib/time/local-time';
import { shownSession } from '../input';

const id = z
  .string()
  .min(1, 'required')
  .regex(/^[\w-]{1,64}$/, 'invalid');
const number = z.number().int().min(1).max(MAX_SESSIONS);
/** PostgreSQL keeps no null byte, and nobody types one. */
const words = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((written) => !written.includes('\0'), 'invalid');
/** The version of the package that the person saw. */
const version = z.number().int().min(1);
/** When the latest change was made that the person saw: what came after it is told to who is refused. */
const seenAt = z.number().int().min(0).optional();
/** Named by whoever sends it, a change that is sent again is made once. */
const changeId = z.uuid().optional();

/** What is to be different from now on; what is left out stays. */
const changes = z.object({
  endDate: bookableDay.optional(),
  /** 0 = Sunday; none means any day. */
  preferredDays: z.array(z.number().int().min(0).max(6)).max(7).optional(),
  dayHours: z
    .object({
      from: z.string().refine(isLocalTime, 'not_a_time'),
      to: z.string().refine(isEndOfSpan, 'not_a_time'),
    })
    .refine(({ from, to }) => from < to, { error: 'ends_before_start', path: ['to'] })
    .nullable()
    .optional(),
  minGapDays: z.number().int('whole_number').min(1).max(60).optional(),
  maxGapDays: z.number().int('whole_number').min(1).max(MAX_WINDOW_DAYS).nullable().optional(),
  maxPerWeek: z.number().int('whole_number').min(1).max(7).nullable().optional(),
  goal: z.enum(PRESET_NAMES).optional(),
  /** Who is for which sessions, and what is noted there; what is not named stays as it is. */
  providers: z
    .array(
      z
        .object({
          number,
          providerIds: z
            .array(id)
            .min(1, 'provider_required')
            .max(20)
            .transform((ids) => [...new Set(ids)])
            .optional(),
          note: words(500).optional(),
        })
        .refine(({ providerIds, note }) => providerIds !== undefined || note !== undefined, 'invalid'),
    )
    .max(MAX_SESSIONS)
    .refine((each) => new Set(each.map((session) => session.number)).size === each.length, 'invalid')
    .optional(),
});

/** A stored package that is to be planned again. */
export const replanInput = z.object({
  packageId: id,
  version,
  seenAt,
  /** Sessions without a place; what is not done; that with what a person holds in place; or these numbers. */
  which: z.union([z.enum(['unplaced', 'rest', 'rest_and_held']), z.array(number).max(MAX_SESSIONS)]),
  changes,
});
export type ReplanInput = z.infer<typeof replanInput>;
export type ReplanChanges = ReplanInput['changes'];

/** Who is for which session of a stored package. */
export const showAssignmentsInput = z.object({ id });
export type ShowAssignmentsInput = z.infer<typeof showAssignmentsInput>;

/** What a plan rests on besides the calendars: the package and its sessions, as they were when it was made. */
const basis = z.object({
  version,
  /** The sessions that are planned again. */
  open: z.array(number).max(MAX_SESSIONS),
  sessions: z
    .array(z.object({ number, version, /** 0 without a visit. */ visitVersion: z.number().int().min(0) }))
    .max(MAX_SESSIONS),
});
export type Basis = z.infer<typeof basis>;

/** The plan that was on the screen: it is saved, or nothing. */
export const saveReplanInput = replanInput.extend({
  changeId,
  /** As the proposal said it. */
  basis,
  /** Where the sessions that are planned again are to stand; one that is missing has no place. */
  shown: z.array(shownSession).max(MAX_SESSIONS),
});
export type SaveReplanInput = z.infer<typeof saveReplanInput>;

/** Which places to offer for one session that is to be scheduled by hand. The parts come from an address: text. */
export const sessionPlacesInput = z.object({
  id,
  number: z.coerce.number().pipe(number),
  providerId: id.optional(),
  /** Whose free times to list; without it the first day that has some. */
  date: bookableDay.optional(),
  /** A time that someone typed, to be judged. */
  time: z.string().refine(isLocalTime, 'not_a_time').optional(),
});
export type SessionPlacesInput = z.infer<typeof sessionPlacesInput>;

/** One session at a place that a person has chosen. */
export const scheduleSessionInput = z.object({
  changeId,
  packageId: id,
  version,
  seenAt,
  number,
  providerId: id,
  date: bookableDay,
  time: z.string().min(1, 'required').refine(isLocalTime, 'not_a_time'),
  /** The package's wishes that the person goes against knowingly. */
  accepted: z.array(z.string().max(40)).max(20),
});
export type ScheduleSessionInput = z.infer<typeof scheduleSessionInput>;

/** What is to be cancelled: exactly what was listed, or nothing. */
export const cancelPackageInput = z.object({
  changeId,
  packageId: id,
  version,
  seenAt,
  /** The rest leaves the package as what was done of it; the package is called off as a whole. */
  what: z.enum(['rest', 'package']),
  reason: words(500).min(1, 'required'),
  /** The sessions that were listed as going, and when the visit of each was said to be. */
  listed: z.array(z.object({ number, start: z.number().int().nullable() })).max(MAX_SESSIONS),
});
export type CancelPackageInput = z.infer<typeof cancelPackageInput>;

export const cancelSessionInput = z.object({
  changeId,
  packageId: id,
  version,
  seenAt,
  number,
  reason: words(500).min(1, 'required'),
});
export type CancelSessionInput = z.infer<typeof cancelSessionInput>;

export const bringBackSessionInput = z.object({ changeId, packageId: id, version, seenAt, number });
export type BringBackSessionInput = z.infer<typeof bringBackSessionInput>;
