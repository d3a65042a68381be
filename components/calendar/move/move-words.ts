import { useFormatter, useTranslations } from 'next-intl';
import { timeOfMinute } from '@/lib/time/local-time';
import type { Carried, MoveColumn, MoveWords } from './desk';
import type { Place } from './scale';

/** Why a place cannot be had, as the engine and the calendar's rules call it. */
const CODES = [
  'closed',
  'before_not_before',
  'not_working',
  'time_off',
  'provider_busy',
  'pause',
  'patient_busy',
  'no_room',
  'not_qualified',
  'not_at_clinic',
  'inactive',
  'no_such_time',
  'not_preferred_day',
  'outside_day_hours',
  'too_close',
  'too_far',
  'week_full',
  'outside_window',
  'not_assigned',
] as const;

/** Says a code in a few words; one that is not known is told in general. */
export function useBreachWords(): (code: string) => string {
  const t = useTranslations('calendar.move.reasons');
  return (code) => t(CODES.find((known) => known === code) ?? 'other');
}

/** What is said while a visit is carried. */
export function useMoveWords(): MoveWords {
  const t = useTranslations('calendar.move');
  const format = useFormatter();
  const say = useBreachWords();

  function blocker(code: string, at: { column: MoveColumn | undefined; place: Place; carried: Carried }) {
    if (code === 'closed' && at.column?.closure) return `${say(code)}: ${at.column.closure}`;
    if (code === 'time_off') return at.column?.column.timeOff.find((span) => touches(span, at.place))?.label;
    if (code !== 'provider_busy') return undefined;
    const others = (at.column?.column.cards ?? []).filter(
      (card) =>
        touches(card, at.place) &&
        takesTime(card.appointment.status) &&
        card.appointment.id !== at.carried.card.appointment.id,
    );
    if (others.length > 0) {
      const taken = others.map(({ appointment, startTime }) =>
        t('taken', { name: appointment.patientName, time: startTime }),
      );
      return format.list(taken, { type: 'unit' });
    }
    return at.column?.column.elsewhere.find((span) => touches(span, at.place))?.label;
  }

  return {
    time: ({ minute, durationMinutes }) =>
      `${timeOfMinute(minute)}–${timeOfMinute(minute + durationMinutes)}`,
    reason(verdict, at) {
      if (verdict.kind === 'unknown' || verdict.kind === 'free') return '';
      const [code = 'other'] = verdict.kind === 'blocked' ? verdict.hard : verdict.soft;
      return blocker(code, at) ?? say(code);
    },
    // Where the name of a column holds its day, that is not said twice.
    spoken: ({ place, column, verdict, reason, turned }) =>
      t('spoken', {
        turned: column && !column.name.includes(column.day) ? turned : 'no',
        day: column?.day ?? '',
        from: timeOfMinute(place.minute),
        to: timeOfMinute(place.minute + place.durationMinutes),
        column: column?.name ?? '',
        verdict: verdict.kind,
        reason,
      }),
    picked: (name) => t('picked', { name }),
    pickedInWeek: (name) => t('pickedInWeek', { name }),
    instead: ({ minute, reason }) => t('instead', { time: timeOfMinute(minute), reason }),
    noFurther: () => t('noFurther'),
    noOtherTime: (direction) => t(direction === 1 ? 'noLaterTime' : 'noEarlierTime'),
    label: (name) => t('label', { name }),
    blocked: (name, reason) => t('putBack', { name, reason }),
  };
}

/** A cancelled visit that is shown, and one that was missed, are in nobody's way. */
const takesTime = (status: string) => status !== 'CANCELLED' && status !== 'NO_SHOW';

const touches = (span: { from: number; to: number }, { minute, durationMinutes }: Place) =>
  span.from < minute + durationMinutes && minute < span.to;
