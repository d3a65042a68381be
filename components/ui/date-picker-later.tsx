'use client';

import { CalendarDays } from 'lucide-react';
import { memo } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { arrival, useArrived } from './arrival';
import type { DatePickerProps } from './date-picker';
import { isSameControl } from './same-control';
import { type HeldSegment, SegmentsHeld, useHeld } from './segments-held';

const picker = arrival(() => import('./date-picker').then(({ DatePicker }) => DatePicker));

/** Fetches the code of date fields, for where one is going to be wanted. */
export const reachDatePicker = picker.reach;

type DatePickerLaterProps = DatePickerProps & {
  value: string;
  /** What stands in an empty field. */
  empty: { day: string; month: string; year: string };
};

/** A date field whose code comes when it is reached for. */
export const DatePickerLater = memo(function DatePickerLater({ empty, ...props }: DatePickerLaterProps) {
  const DatePicker = useArrived(picker);
  const { place, hold } = useHeld(DatePicker !== null);
  const { locale } = useLocale();
  return (
    <div ref={place} className="contents">
      {DatePicker ? (
        <DatePicker {...props} />
      ) : (
        <SegmentsHeld
          {...props}
          hold={hold}
          reach={picker.reach}
          segments={dateSegments(props.value, { locale, empty })}
          opens={<CalendarDays className="size-4" />}
        />
      )}
    </div>
  );
}, isSameControl);

function dateSegments(
  value: string,
  { locale, empty }: { locale: string; empty: DatePickerLaterProps['empty'] },
): HeldSegment[] {
  const names = new Intl.DisplayNames(locale, { type: 'dateTimeField' });
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  });
  return format.formatToParts(new Date(`${value || '2027-01-03'}T00:00Z`)).map(({ type, value: text }) => {
    if (type !== 'day' && type !== 'month' && type !== 'year') return { type: 'literal', text };
    return { type, name: names.of(type), text: value ? text : empty[type], isEmpty: !value };
  });
}
