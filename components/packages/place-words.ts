import { useFormatter, useTranslations } from 'next-intl';
import type { Breach } from '@/lib/planning/breach';
import type { RelaxationChange } from '@/lib/scheduling/plan';
import { takenWords } from '@/messages/taken-words';

const RULES = [
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
  'not_assigned',
  'unqualified_provider',
  'no_such_time',
] as const;

/** Why a place chosen by hand does not hold, or which wish it goes against. */
export function useRuleWords({ timeZone, providerName }: { timeZone: string; providerName: string }) {
  const t = useTranslations('replan.rules');
  const taken = useTranslations('appointment.breach.taken');
  const format = useFormatter();
  return ({ code, by }: Breach<string>): string =>
    by
      ? takenWords(by, { t: taken, format, timeZone, providerName })
      : t(RULES.find((each) => each === code) ?? 'other', { provider: providerName });
}

/** "Mon 4 Jan, 09:00 – 09:45" on the clinic's clock, in two parts: the day, and the clock's. */
export function useSpanWords(timeZone: string) {
  const format = useFormatter();
  const time = (instant: number) => format.dateTime(instant, 'time', { timeZone });
  return ({ start, end }: { start: number; end: number }) => ({
    day: format.dateTime(start, 'day', { timeZone }),
    clock: `${time(start)}–${time(end)}`,
  });
}

/** A Sunday; the days after it are the other weekdays. */
const SOME_SUNDAY = Date.UTC(2027, 0, 3);
const DAY = 86_400_000;

/** The names of a weekday, 0 = Sunday, in the user's language. */
export function useWeekdays(): (weekday: number) => { value: number; short: string; long: string } {
  const format = useFormatter();
  return (value) => {
    const day = SOME_SUNDAY + value * DAY;
    return {
      value,
      short: format.dateTime(day, { weekday: 'narrow', timeZone: 'UTC' }),
      long: format.dateTime(day, { weekday: 'long', timeZone: 'UTC' }),
    };
  };
}

/** A relaxation in words: `Also on Thursday`, `6 days longer`. */
export function useRelaxationWords(
  providers: Readonly<Record<string, string>>,
): (change: RelaxationChange) => string {
  const t = useTranslations('replan.relaxations');
  const nameOf = useWeekdays();
  return (change) => {
    if ('addDay' in change) return t('addDay', { day: nameOf(change.addDay).long });
    if ('extendDays' in change) return t('extendDays', { count: change.extendDays });
    if ('addProvider' in change) return t('addProvider', { name: providers[change.addProvider] ?? '' });
    if ('dayHours' in change) return t('dayHours', change.dayHours);
    if ('minGapDays' in change) return t('minGapDays', { count: change.minGapDays });
    return change.maxPerWeek === null ? t('anyPerWeek') : t('maxPerWeek', { count: change.maxPerWeek });
  };
}
