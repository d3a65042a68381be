/** A moment, in integer milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const ISO_INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * The instant that an ISO 8601 text with a zone offset (`2027-01-03T09:00:00Z`, `…+03:00`) names, or null
 * when the text is of another shape or names a moment that does not exist (the 30th of February, 25:00).
 */
export function parseInstant(text: string): Instant | null {
  const parts = ISO_INSTANT.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number);
  const second = Number(parts[6] ?? 0);
  const millisecond = Number((parts[7] ?? '0').padEnd(3, '0'));
  if (year === undefined || month === undefined || day === undefined) return null;
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59 || second > 59) return null;
  const offsetHours = Number(parts[10] ?? 0);
  const offsetMinutes = Number(parts[11] ?? 0);
  if (offsetHours > 23 || offsetMinutes > 59) return null;

  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;

  const offset = (offsetHours * 60 + offsetMinutes) * MINUTE_MS * (parts[9] === '-' ? -1 : 1);
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond - offset;
}

/** The instant as ISO 8601 in UTC, without milliseconds when they are zero: `2027-01-03T09:00:00Z`. */
export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
