// The functions alone: the classes of Temporal would go to every browser with them.
import { create, getTimeZoneTransition, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';
import { DAY_MS, type Instant } from '@/lib/time/instant';

/**
 * A stretch of time over which a zone keeps one distance from UTC: from `from` up to the next stretch,
 * local wall clocks show UTC plus `offset` milliseconds.
 */
export type OffsetPeriod = { readonly from: Instant; readonly offset: number };

/** Long enough that a planning window needs one or two, short enough to be filled in a few milliseconds. */
const CHUNK_MS = 1024 * DAY_MS;

const NANOSECONDS_PER_MS = 1_000_000n;

const chunksOfZone = new Map<string, Map<number, readonly OffsetPeriod[]>>();
const knownZones = new Map<string, boolean>();

/** Whether the text names a zone of the IANA database, such as `Europe/London`. Plain offsets are no zones. */
export function isTimeZone(text: string): boolean {
  const known = knownZones.get(text);
  if (known !== undefined) return known;
  const valid = /^[A-Za-z]/.test(text) && namesAZone(text);
  // The cache keeps answers for names people use; a flood of nonsense must not grow it.
  if (valid) knownZones.set(text, true);
  return valid;
}

function namesAZone(text: string): boolean {
  try {
    create(0n, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The stretches of constant offset that meet `[from, to)`, in order; the first may begin earlier.
 * Transitions are read from the zone database once per zone and some three years, then kept.
 */
export function offsetPeriods(zone: string, from: Instant, to: Instant): OffsetPeriod[] {
  const periods: OffsetPeriod[] = [];
  for (let chunk = Math.floor(from / CHUNK_MS); chunk * CHUNK_MS < to; chunk++) {
    for (const period of chunkOf(zone, chunk)) {
      if (period.from >= to) break;
      const last = periods.at(-1);
      if (last?.offset === period.offset) continue;
      if (period.from <= from) periods.length = 0;
      periods.push(period);
    }
  }
  return periods;
}

/** Milliseconds that local wall clocks are ahead of UTC at the instant. */
export function offsetAt(zone: string, instant: Instant): number {
  let offset = 0;
  for (const period of chunkOf(zone, Math.floor(instant / CHUNK_MS))) {
    if (period.from > instant) break;
    offset = period.offset;
  }
  return offset;
}

function chunkOf(zone: string, chunk: number): readonly OffsetPeriod[] {
  let chunks = chunksOfZone.get(zone);
  if (!chunks) {
    chunks = new Map();
    chunksOfZone.set(zone, chunks);
  }
  let periods = chunks.get(chunk);
  if (!periods) {
    periods = readPeriods(zone, chunk * CHUNK_MS, (chunk + 1) * CHUNK_MS);
    chunks.set(chunk, periods);
  }
  return periods;
}

function readPeriods(zone: string, from: Instant, to: Instant): OffsetPeriod[] {
  let moment = create(BigInt(from) * NANOSECONDS_PER_MS, zone);
  const periods = [{ from, offset: offsetNanoseconds(moment) / 1e6 }];
  for (;;) {
    const next = getTimeZoneTransition(moment, 'next');
    const at = next?.epochMilliseconds ?? to;
    if (!next || at >= to) return periods;
    periods.push({ from: at, offset: offsetNanoseconds(next) / 1e6 });
    moment = next;
  }
}
