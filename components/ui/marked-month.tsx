'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components/Calendar';
import { buttonClass } from './button-style';
import { calendarDateOf } from './date-value';
import type { Weekday } from './month-grid';

/** What there is on a day: something to have, nothing, or it is not known. */
export type DayMark = 'free' | 'full' | 'unknown';

type MarkedMonthProps = {
  label: string;
  /** 'YYYY-MM-DD', or '' for none. */
  value: string;
  onChange: (date: string) => void;
  min: string;
  max: string;
  firstDayOfWeek?: Weekday;
  markOf: (date: string) => DayMark;
  /** What the mark of a day means: said to those who listen, shown under a mouse; '' for nothing. */
  noteOf: (date: string) => string;
};

const looks: Readonly<Record<DayMark, string>> = {
  free: 'font-medium after:absolute after:bottom-1.5 after:size-1 after:rounded-full after:bg-accent data-selected:after:bg-accent-on',
  full: 'text-faint line-through data-selected:no-underline',
  unknown: 'text-soft',
};

/** A month in which every day shows what there is; also a full day can be chosen, to be told why. */
export function MarkedMonth(props: MarkedMonthProps) {
  const { label, value, onChange, min, max, firstDayOfWeek, markOf, noteOf } = props;
  const comma = useTranslations('common')('comma');
  const arrow = buttonClass({ variant: 'quiet', isIconOnly: true });
  // The month on show follows a day that was chosen elsewhere, as by typing it.
  const [shown, setShown] = useState({ value, day: calendarDateOf(value) });
  const day = shown.value === value ? shown.day : (calendarDateOf(value) ?? shown.day);
  return (
    <Calendar
      aria-label={label}
      value={calendarDateOf(value)}
      focusedValue={day}
      onFocusChange={(next) => setShown({ value, day: next })}
      onChange={(date) => onChange(date.toString())}
      minValue={calendarDateOf(min)}
      maxValue={calendarDateOf(max)}
      firstDayOfWeek={firstDayOfWeek}
      className="w-fit max-w-full"
    >
      <div className="flex items-center justify-between pb-1">
        <Button slot="previous" className={arrow}>
          <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        </Button>
        <Heading className="text-sm font-semibold" />
        <Button slot="next" className={arrow}>
          <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
        </Button>
      </div>
      <CalendarGrid weekdayStyle="narrow" className="border-separate border-spacing-0">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="h-7 text-xs font-medium text-soft">{day}</CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => {
            const mark = markOf(date.toString());
            const note = noteOf(date.toString());
            return (
              <CalendarCell
                date={date}
                // The cell is called by its date, so what only stands in it would not be heard.
                render={(cell) => (
                  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: what it is given makes it a button
                  <div
                    {...cell}
                    title={note || undefined}
                    aria-label={[cell['aria-label']?.replaceAll(', ', `${comma} `), note]
                      .filter(Boolean)
                      .join('. ')}
                  />
                )}
                className={`relative flex h-11 w-10 cursor-pointer items-center justify-center rounded text-sm outline-none transition-colors sm:w-11 data-outside-month:hidden data-hovered:bg-ink/6 data-selected:bg-accent data-selected:text-accent-on data-disabled:cursor-default data-disabled:text-faint/60 data-disabled:no-underline data-disabled:after:hidden data-disabled:hover:bg-transparent data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-accent ${looks[mark]}`}
              >
                {({ formattedDate }) => formattedDate}
              </CalendarCell>
            );
          }}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
