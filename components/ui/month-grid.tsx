'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
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

export type Weekday = 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat';

type MonthGridProps = Pick<ComponentProps<typeof Calendar>, 'aria-label'> & { firstDayOfWeek?: Weekday };

/** One month to pick a day from; inside a date picker it takes value and limits from there. */
export function MonthGrid(props: MonthGridProps) {
  const comma = useTranslations('common')('comma');
  const arrow = buttonClass({ variant: 'quiet', isIconOnly: true });
  return (
    <Calendar {...props} className="w-fit">
      <div className="flex items-center justify-between pb-2">
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
            <CalendarHeaderCell className="h-8 text-xs font-medium text-soft">{day}</CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              render={(cell) => (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: what it is given makes it a button
                <div {...cell} aria-label={cell['aria-label']?.replaceAll(', ', `${comma} `)} />
              )}
              className="flex size-10 cursor-pointer items-center justify-center rounded text-sm outline-none transition-colors data-outside-month:hidden data-hovered:bg-ink/6 data-today:font-semibold not-data-selected:data-today:text-accent data-selected:bg-accent data-selected:text-accent-on data-disabled:cursor-default data-disabled:text-faint/60 data-disabled:hover:bg-transparent data-unavailable:line-through data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-accent coarse:size-11"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
