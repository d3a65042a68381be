/** A moment, in integer milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * The instant that an ISO 8601 text with a zone offset (`2027-01-03T09:00:00Z`, `…+03:00`) names, or null
 * when the text is of another shape or names a moment that does not exist (the 30th of February, 25:00).
 */
export function parseInstant(text: string): Instant | null {
  // By place rather than by group: a clinic's year has tens of thousands of instants.
  if (!ISO_INSTANT.test(text)) return null;
  const zoneAt = text.endsWith('Z') ? text.length - 1 : text.length - 6;
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  const hour = numberAt(text, 11, 13);
  const minute = numberAt(text, 14, 16);
  const second = zoneAt > 16 ? numberAt(text, 17, 19) : 0;
  const millisecond = zoneAt > 19 ? numberAt(text, 20, zoneAt) * 10 ** (23 - zoneAt) : 0;
  if (hour > 23 || minute > 59 || second > 59) return null;

  DATE.setTime(0);
  DATE.setUTCFullYear(numberAt(text, 0, 4), month - 1, day);
  if (DATE.getUTCMonth() !== month - 1 || DATE.getUTCDate() !== day) return null;

  const offset = zoneAt === text.length - 1 ? 0 : offsetMinutes(text, zoneAt);
  if (offset === null) return null;
  return DATE.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millisecond;
}

const DATE = new Date(0);

/** The minutes of an offset such as `+03:00`, or null when there is no such time. */
function offsetMinutes(text: string, at: number): number | null {
  const hours = numberAt(text, at + 1, at + 3);
  const minutes = numberAt(text, at + 4, at + 6);
  if (hours > 23 || minutes > 59) return null;
  return (hours * 60 + minutes) * (text[at] === '-' ? -1 : 1);
}

/** The number that the digits from `from` up to `to` make. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/** The instant as ISO 8601 in UTC, without milliseconds when they are zero: `2027-01-03T09:00:00Z`. */
export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
