'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { DatePickerLater } from '@/components/ui/date-picker-later';
import { DayToggles } from '@/components/ui/day-toggles';
import { DEFAULT_WINDOW_DAYS } from '@/lib/rules/package-limits';
import { addDays, isLocalDate } from '@/lib/time/local-date';
import { useDays } from './day-names';
import { controlOf, FieldPlace, type FieldsProps } from './field-place';
import { WEEKDAY_NAMES, weekdaysFrom, weekStartOf } from './week';

/** How an empty date says what belongs where. */
function useEmptyDate() {
  const t = useTranslations('common.emptyDate');
  return { day: t('day'), month: t('month'), year: t('year') };
}

export function FromField(props: FieldsProps) {
  const { form, make, faults } = props;
  const t = useTranslations('booking');
  return (
    <FieldPlace field="startDate" faults={faults}>
      <DatePickerLater
        {...controlOf(faults, 'startDate')}
        label={t('fields.startDate')}
        empty={useEmptyDate()}
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
    const last = isLocalDate(form.startDate) ? addDays(form.startDate, DEFAULT_WINDOW_DAYS - 1) : '';
    // Nothing follows on the last day that can be typed.
    if (!isLocalDate(last)) return t('untilUsual', { days: DEFAULT_WINDOW_DAYS });
    const date = format.dateTime(new Date(`${last}T00:00Z`), 'date', { timeZone: 'UTC' });
    return t('untilUsualDay', { days: DEFAULT_WINDOW_DAYS, date });
  }

  return (
    <FieldPlace field="endDate" faults={faults}>
      <DatePickerLater
        {...controlOf(faults, 'endDate')}
        label={t('fields.endDate')}
        mark={common('optional')}
        description={hint()}
        empty={useEmptyDate()}
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
      <DatePickerLater
        {...controlOf(faults, 'date')}
        label={t('fields.date')}
        empty={useEmptyDate()}
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
