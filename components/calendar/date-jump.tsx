'use client';

import { parseDate } from '@internationalized/date';
import { CalendarDays } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CalendarContext } from 'react-aria-components/Calendar';
import { MonthGrid, type Weekday } from '@/components/ui/month-grid';
import { Popover } from '@/components/ui/popover';
import { EARLIEST_DATE, LATEST_DATE } from '@/lib/calendar/input';

const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

type DateJumpProps = { date: string; weekStart: number; onChoose: (date: string) => void };

/** Opens a month to jump to any day. */
export function DateJump({ date, weekStart, onChoose }: DateJumpProps) {
  const t = useTranslations('calendar');
  return (
    <Popover
      label={t('chooseDate')}
      trigger={<CalendarDays aria-hidden className="size-4" />}
      variant="secondary"
      isIconOnly
      placement="bottom end"
    >
      {(close) => (
        <CalendarContext
          value={{
            defaultValue: parseDate(date),
            minValue: parseDate(EARLIEST_DATE),
            maxValue: parseDate(LATEST_DATE),
            autoFocus: true,
            onChange(chosen) {
              close();
              onChoose(chosen.toString());
            },
          }}
        >
          <MonthGrid aria-label={t('chooseDate')} firstDayOfWeek={weekdays[weekStart]} />
        </CalendarContext>
      )}
    </Popover>
  );
}
