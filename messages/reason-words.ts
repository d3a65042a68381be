import type { useFormatter, useTranslations } from 'next-intl';

/** What has words of its own: the gates of the engine, and the window; one of another engine is told in general. */
const CODES = [
  'not_preferred_day',
  'closed',
  'before_not_before',
  'not_working',
  'outside_day_hours',
  'time_off',
  'provider_busy',
  'patient_busy',
  'no_room',
  'too_close',
  'too_far',
  'week_full',
  'outside_window',
] as const;

export interface ReasonToSay {
  code: string;
  /** How many days of the window it rules out. */
  days: number;
  /** The name of the one provider it hangs on, or null. */
  provider: string | null;
}

type Speech = {
  /** Of the namespace `reasons`. */
  t: ReturnType<typeof useTranslations<'reasons'>>;
  format: ReturnType<typeof useFormatter>;
  /** 0 = Sunday; what the package wished for. */
  preferredDays: readonly number[];
};

const A_SUNDAY = Date.UTC(2027, 0, 3);
const DAY_MS = 86_400_000;

/** "Sunday or Tuesday" */
export function weekdaysInWords(
  days: readonly number[],
  { format, type }: Pick<Speech, 'format'> & { type: 'disjunction' | 'conjunction' },
): string {
  const names = days.map((day) =>
    format.dateTime(A_SUNDAY + day * DAY_MS, { weekday: 'long', timeZone: 'UTC' }),
  );
  return format.list(names, { type });
}

/**
 * One reason why a session has no place: "on 14 days Nora is full". It begins in lower case, so that several
 * joined by commas are one sentence; each is also whole by itself.
 */
export function reasonWords({ code, days, provider }: ReasonToSay, speech: Speech): string {
  const { t, preferredDays } = speech;
  const known = CODES.find((each) => each === code) ?? 'other';
  return t(known, {
    days,
    named: provider === null ? 'no' : 'yes',
    provider: provider ?? '',
    hasDays: preferredDays.length > 0 ? 'yes' : 'no',
    weekdays: weekdaysInWords(preferredDays, { ...speech, type: 'disjunction' }),
  });
}

/** All reasons of a session as one sentence: "38 days are not Sunday or Tuesday, on 14 days Nora is full." */
export function reasonSentence(reasons: readonly ReasonToSay[], speech: Speech): string {
  const parts = reasons.map((reason) => reasonWords(reason, speech));
  const list = speech.format.list(parts, { type: 'unit' });
  return `${list.charAt(0).toLocaleUpperCase()}${list.slice(1)}.`;
}
