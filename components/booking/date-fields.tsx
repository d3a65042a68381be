'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { DatePicker } from '@/components/ui/date-picker';
import { DayToggles } from '@/components/ui/day-toggles';
import { DEFAULT_WINDOW_DAYS } from '@/lib/packages/input';
import { addDays, isLocalDate } from '@/lib/time/local-date';
import { useDays } from './day-names';
import { controlOf, FieldPlace, type FieldsProps } from './field-place';
import { weekdaysFrom } from './plan-view';

export const WEEKDAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The first day of the chosen clinic's week, 0 = Sunday. */
export const weekStartOf = ({ form, options }: Pick<FieldsProps, 'form' | 'options'>): number =>
  options.clinics.find(({ id }) => id === form.clinicId)?.weekStart ?? options.clinics[0]?.weekStart ?? 0;

export function FromField(props: FieldsProps) {
  const { form, make, faults } = props;
  const t = useTranslations('booking');
  return (
    <FieldPlace field="startDate" faults={faults}>
      <DatePicker
        {...controlOf(faults, 'startDate')}
        label={t('fields.startDate')}
        firstDayOfWeek={WEEKDAY_NAMES[weekStartOf(props)]}
        value={form.startDate}
        onChange={(startDate) => make({ kind: 'set', fields: { startDate } })}
        isRequired
      />
    </FieldPlace>
  );
}

/** Empty means the usual window; which day that is stands below. */
export function UntilField(props: FieldsProps) {
  const { form, make, faults } = props;
  const t = useTranslations('booking');
  const format = useFormatter();
  const common = useTranslations('common');

  function hint() {
    if (form.endDate) {
      return (
        <button
          type="button"
          onClick={() => make({ kind: 'set', fields: { endDate: '' } })}
          className="target rounded-sm underline underline-offset-2 hover:text-ink"
        >
          {common('clear')}
        </button>
      );
    }
    if (!isLocalDate(form.startDate)) return t('untilUsual', { days: DEFAULT_WINDOW_DAYS });
    const last = new Date(`${addDays(form.startDate, DEFAULT_WINDOW_DAYS - 1)}T00:00Z`);
    const date = format.dateTime(last, 'date', { timeZone: 'UTC' });
    return t('untilUsualDay', { days: DEFAULT_WINDOW_DAYS, date });
  }

  return (
    <FieldPlace field="endDate" faults={faults}>
      <DatePicker
        {...controlOf(faults, 'endDate')}
        label={t('fields.endDate')}
        mark={common('optional')}
        description={hint()}
        firstDayOfWeek={WEEKDAY_NAMES[weekStartOf(props)]}
        value={form.endDate}
        onChange={(endDate) => make({ kind: 'set', fields: { endDate } })}
      />
    </FieldPlace>
  );
}

export function DateField(props: FieldsProps) {
  const { form, make, faults } = props;
  const t = useTranslations('booking');
  return (
    <FieldPlace field="date" faults={faults}>
      <DatePicker
        {...controlOf(faults, 'date')}
        label={t('fields.date')}
        firstDayOfWeek={WEEKDAY_NAMES[weekStartOf(props)]}
        value={form.date}
        onChange={(date) => make({ kind: 'set', fields: { date } })}
        isRequired
      />
    </FieldPlace>
  );
}

export function DaysField(props: FieldsProps) {
  const { form, make, faults } = props;
  const t = useTranslations('booking');
  const days = useDays();
  return (
    <FieldPlace field="preferredDays" faults={faults}>
      <DayToggles
        {...controlOf(faults, 'preferredDays')}
        label={t('fields.preferredDays')}
        mark={form.preferredDays.length === 0 ? t('anyDay') : undefined}
        days={weekdaysFrom(weekStartOf(props)).map((day) => {
          const { short, long } = days(day);
          return { value: day, short, long };
        })}
        value={form.preferredDays}
        onChange={(preferredDays) => make({ kind: 'set', fields: { preferredDays } })}
      />
    </FieldPlace>
  );
}
