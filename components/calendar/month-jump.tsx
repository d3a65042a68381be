import { parseDate } from '@internationalized/date';
import { useTranslations } from 'next-intl';
import { CalendarContext } from 'react-aria-components/Calendar';
import { MonthGrid, type Weekday } from '@/components/ui/month-grid';
import { EARLIEST_DATE, LATEST_DATE } from '@/lib/calendar/input';

const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export type MonthJumpProps = { date: string; weekStart: number; onChoose: (date: string) => void };

/** The month of the jump; its code comes when someone opens it. */
export default function MonthJump({ date, weekStart, onChoose }: MonthJumpProps) {
  const t = useTranslations('calendar');
  return (
    <CalendarContext
      value={{
        defaultValue: parseDate(date),
        minValue: parseDate(EARLIEST_DATE),
        maxValue: parseDate(LATEST_DATE),
        autoFocus: true,
        onChange: (chosen) => onChoose(chosen.toString()),
      }}
    >
      <MonthGrid aria-label={t('chooseDate')} firstDayOfWeek={weekdays[weekStart]} />
    </CalendarContext>
  );
}
