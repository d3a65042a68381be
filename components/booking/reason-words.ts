import { useFormatter, useTranslations } from 'next-intl';
import type { BrokenRule } from '@/lib/scheduling/check-plan';
import type { Reason, ReasonCode } from '@/lib/scheduling/plan';
import { useDays } from './day-names';
import { weekdaysFrom } from './week';

interface ReasonNames {
  /** The names of providers by id. */
  providers: Readonly<Record<string, string>>;
  /** The days that the package may stand on, none for any. */
  preferredDays: readonly number[];
  /** The first day of the clinic's week, 0 = Sunday. */
  weekStart: number;
}

/** Why a session has no place, in words: `on 14 days Nora is full`. */
export function useReasonWords({
  providers,
  preferredDays,
  weekStart,
}: ReasonNames): (reason: Reason) => string {
  const t = useTranslations('reasons');
  const format = useFormatter();
  const nameOf = useDays();
  const weekdays = format.list(
    weekdaysFrom(weekStart)
      .filter((day) => preferredDays.includes(day))
      .map((day) => nameOf(day).brief),
    { type: 'disjunction' },
  );
  return ({ code, days, provider }) => {
    const name = provider === undefined ? undefined : providers[provider];
    return t(code, {
      days,
      weekdays,
      hasDays: weekdays === '' ? 'no' : 'yes',
      provider: name ?? '',
      named: name === undefined ? 'no' : 'yes',
    });
  };
}

/** Why a time is not free, or a place chosen by hand does not hold, in words; of one provider by name. */
export function useRefusalWords(): (code: ReasonCode | BrokenRule, provider?: string) => string {
  const t = useTranslations('booking.refusals');
  return (code, provider) => t(code, { named: provider ? 'yes' : 'no', provider: provider ?? '' });
}
