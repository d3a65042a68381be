import * as z from 'zod';
import { faultsOfFixed } from '@/lib/scheduling/fixed-sessions';
import type { Instance } from '@/lib/scheduling/instance';
import { startsToLookAt } from '@/lib/scheduling/problem-size';
import { formatInstant, parseInstant } from '@/lib/time/instant';
import type { Interval } from '@/lib/time/interval';
import { daysBetween, isLocalDate } from '@/lib/time/local-date';
import { isEndOfSpan, isLocalTime } from '@/lib/time/local-time';
import { isTimeZone } from '@/lib/time/zone-offsets';

/** An instance, or what is wrong with it: one line per fault, each beginning with where it is. */
export type ParsedInstance =
  | { readonly ok: true; readonly value: Instance }
  | { readonly ok: false; readonly faults: string[] };

const LONGEST_WINDOW_DAYS = 366;
const LONGEST_MINUTES = LONGEST_WINDOW_DAYS * 1440;
/** Far beyond any calendar, near enough that every cost stays an exact integer. */
const MANY = 1_000_000;
/** The largest problem that is promised a plan: 100 sessions, 366 days, a pool of ten, every five minutes. */
const MOST_STARTS = 100 * 366 * 10 * 288;

/** Some six times the calendar of such a problem: past it, reading takes longer than planning. */
const MOST_ENTRIES = 100_000;
const MOST_PROVIDERS = 1000;

const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};
const localDate = z
  .string({ error: 'must be a date such as "2027-01-31"' })
  .refine(isLocalDate, { error: 'is not a date of the calendar such as "2027-01-31"' });
const localTime = z
  .string({ error: 'must be a time such as "09:30"' })
  .refine(isLocalTime, { error: 'is not a time of day such as "09:30"' });
const endTime = z
  .string({ error: 'must be a time such as "17:30" or "24:00"' })
  .refine(isEndOfSpan, { error: 'is not a time of day such as "17:30" or "24:00"' });
const instant = z
  .string({ error: 'must be an instant such as "2027-01-31T09:00:00Z"' })
  .transform((text, context) => {
    const parsed = parseInstant(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: 'is not an instant such as "2027-01-31T09:00:00Z"' });
    return z.NEVER;
  });
/** With a day to spare on either side, for zones and for a visit that begins there. */
const placedStart = instant.refine(
  (start) => start >= Date.parse('0001-01-02T00:00Z') && start < Date.parse('9999-12-30T00:00Z'),
  { error: 'must lie in the years 1 to 9999' },
);
const id = z.string({ error: 'must be an id' }).min(1, { error: 'must not be empty' });
const list = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'must be a list' });
const ofShape = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape, { error: 'must be an object' });

const endsAfterItBegins = { error: 'must end after it begins ("from" before "to")' };
const intervalOfShape = ofShape({ from: instant, to: instant }).refine(
  ({ from, to }) => from < to,
  endsAfterItBegins,
);
/** A calendar has tens of thousands: what is plainly right is read at once, the rest by the careful schema. */
const interval = z.unknown().transform((value, context): Interval => {
  const read = intervalAtOnce(value) ?? intervalOfShape.safeParse(value);
  if ('from' in read) return read;
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

function intervalAtOnce(value: unknown): Interval | null {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return null;
  if (typeof value.from !== 'string' || typeof value.to !== 'string') return null;
  const from = parseInstant(value.from);
  const to = parseInstant(value.to);
  return from !== null && to !== null && from < to ? { from, to } : null;
}
const dayHours = ofShape({ from: localTime, to: endTime }).refine(
  ({ from, to }) => from < to,
  endsAfterItBegins,
);
const hours = ofShape({
  weekday: wholeNumber(0, 6),
  from: localTime,
  to: endTime,
  validFrom: localDate.nullable().default(null),
  validTo: localDate.nullable().default(null),
}).refine(({ from, to }) => from < to, endsAfterItBegins);

const schema = ofShape({
  format: z.literal('takt-instance/1', { error: 'must be "takt-instance/1"' }),
  timeZone: z
    .string({ error: 'must be a time zone such as "Europe/London"' })
    .refine(isTimeZone, { error: 'is not a time zone of the IANA database such as "Europe/London"' }),
  gridMinutes: z.literal([1, 5, 10, 15, 20, 30, 60], { error: 'must be 1, 5, 10, 15, 20, 30 or 60' }),
  window: ofShape({ from: localDate, to: localDate })
    .refine(({ from, to }) => from <= to, { error: 'must not end before it begins' })
    .refine(({ from, to }) => daysBetween(from, to) < LONGEST_WINDOW_DAYS, {
      error: `must be at most ${LONGEST_WINDOW_DAYS} days`,
    }),
  notBefore: instant.nullable().default(null),
  preferredDays: list(wholeNumber(0, 6)),
  minGapDays: wholeNumber(1, MANY),
  maxGapDays: wholeNumber(1, MANY).nullable(),
  maxPerWeek: wholeNumber(1, 7).nullable(),
  weekStart: wholeNumber(0, 6),
  dayHours: dayHours.nullable().default(null),
  sessions: list(
    ofShape({
      number: wholeNumber(1, MANY),
      durationMinutes: wholeNumber(1, LONGEST_MINUTES),
      providers: list(id).min(1, { error: 'must name at least one provider' }),
      fixed: ofShape({ start: placedStart, provider: id }).nullable().default(null),
    }),
  )
    .min(1, { error: 'must hold 1 to 100 sessions' })
    .max(100, { error: 'must hold 1 to 100 sessions' }),
  providers: list(
    ofShape({
      id,
      hours: list(hours),
      timeOff: list(interval),
      busy: list(interval),
      bufferBeforeMinutes: wholeNumber(0, LONGEST_MINUTES),
      bufferAfterMinutes: wholeNumber(0, LONGEST_MINUTES),
    }),
  ).max(MOST_PROVIDERS, { error: `must hold at most ${MOST_PROVIDERS} providers` }),
  patientBusy: list(interval),
  closures: list(localDate),
  rooms: list(ofShape({ id, busy: list(interval) })).nullable(),
  weights: ofShape({
    late: wholeNumber(0, 10_000),
    gap: wholeNumber(0, 10_000),
    clock: wholeNumber(0, 10_000),
    change: wholeNumber(0, 10_000),
    prefer: wholeNumber(0, 10_000),
  }),
  targetGapHalfDays: wholeNumber(0, MANY).nullable(),
  preferMinute: wholeNumber(0, 1439).nullable(),
});

/**
 * Reads `takt-instance/1` as parsed from JSON. Everything that makes an instance unsound is found here, so
 * that the planner may trust what it gets: shapes and ranges, dates that do not exist, unknown zones and
 * providers, numbers out of order, fixed sessions that break the spacing rules among themselves.
 */
export function parseInstance(input: unknown): ParsedInstance {
  const entries = entriesOf(input);
  if (entries > MOST_ENTRIES) {
    return {
      ok: false,
      faults: [`instance: is too large, ${entries} entries in its lists: at most ${MOST_ENTRIES}`],
    };
  }
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}`),
    };
  }
  const faults = crossFaults(parsed.data);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: parsed.data };
}

/** How many entries all lists have together. Not by recursion: what comes in may be nested without end. */
function entriesOf(input: unknown): number {
  let entries = 0;
  const open: unknown[] = [input];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) entries += value.length;
    if (entries > MOST_ENTRIES) return entries;
    for (const each of Object.values(value)) open.push(each);
  }
  return entries;
}

function crossFaults(instance: Instance): string[] {
  const known = new Set(instance.providers.map((provider) => provider.id));
  const faults: string[] = [];
  for (const [index, session] of instance.sessions.entries()) {
    const at = `sessions[${index}]`;
    const before = instance.sessions[index - 1];
    if (before && session.number <= before.number) {
      faults.push(`${at}.number: must be greater than the one before it, ${before.number}`);
    }
    for (const [place, provider] of session.providers.entries()) {
      if (!known.has(provider)) {
        faults.push(`${at}.providers[${place}]: no provider has the id ${JSON.stringify(provider)}`);
      }
    }
    if (session.fixed && !known.has(session.fixed.provider)) {
      faults.push(`${at}.fixed.provider: no provider has the id ${JSON.stringify(session.fixed.provider)}`);
    }
  }
  const starts = startsToLookAt(instance);
  if (starts > MOST_STARTS) {
    faults.push(
      `instance: is too large, ${starts} starts to look at: at most ${MOST_STARTS} (sessions × providers × days × times of day)`,
    );
  }
  faults.push(...repeated('providers', instance.providers), ...repeated('rooms', instance.rooms ?? []));
  if (instance.maxGapDays !== null && instance.maxGapDays < instance.minGapDays) {
    faults.push(`maxGapDays: must be at least minGapDays, ${instance.minGapDays}`);
  }
  return [...faults, ...faultsOfFixed(instance).map((fault) => `sessions: ${fault}`)];
}

function repeated(name: string, items: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (seen.has(id)) return [`${name}[${index}].id: is given twice, ${JSON.stringify(id)}`];
    seen.add(id);
    return [];
  });
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text === '' ? 'instance' : text.replace(/^\./, '');
}

/** The instance as the JSON of `takt-instance/1`; what is absent is left out where the format allows. */
export function instanceToJson(instance: Instance) {
  return {
    format: instance.format,
    timeZone: instance.timeZone,
    gridMinutes: instance.gridMinutes,
    window: instance.window,
    ...(instance.notBefore !== null && { notBefore: formatInstant(instance.notBefore) }),
    preferredDays: instance.preferredDays,
    minGapDays: instance.minGapDays,
    maxGapDays: instance.maxGapDays,
    maxPerWeek: instance.maxPerWeek,
    weekStart: instance.weekStart,
    ...(instance.dayHours && { dayHours: instance.dayHours }),
    sessions: instance.sessions.map(({ fixed, ...session }) => ({
      ...session,
      ...(fixed && { fixed: { ...fixed, start: formatInstant(fixed.start) } }),
    })),
    providers: instance.providers.map((provider) => ({
      ...provider,
      timeOff: provider.timeOff.map(intervalToJson),
      busy: provider.busy.map(intervalToJson),
    })),
    patientBusy: instance.patientBusy.map(intervalToJson),
    closures: instance.closures,
    rooms: instance.rooms?.map((room) => ({ ...room, busy: room.busy.map(intervalToJson) })) ?? null,
    weights: instance.weights,
    targetGapHalfDays: instance.targetGapHalfDays,
    preferMinute: instance.preferMinute,
  };
}

function intervalToJson({ from, to }: Interval) {
  return { from: formatInstant(from), to: formatInstant(to) };
}
