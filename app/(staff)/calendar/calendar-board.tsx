import { useFormatter, useTranslations } from 'next-intl';
import { calendarHref, onDate } from '@/components/calendar/address';
import type { BoardWork } from '@/components/calendar/board-work';
import { ColumnHead } from '@/components/calendar/column-head';
import { type BoardColumn, DayBoard } from '@/components/calendar/day-board';
import { WeekOfClinic } from '@/components/calendar/week-of-clinic';
import type { CalendarChoices, CalendarClinic } from '@/db/reads/calendar-choices';
import type { CalendarQuery } from '@/lib/calendar/input';
import type { ShownCalendar } from '@/lib/calendar/show-calendar';
import type { Around } from './calendar-places';
import { noonUtc } from './noon-utc';

export interface BoardProps {
  calendar: ShownCalendar;
  clinic: CalendarClinic;
  choices: CalendarChoices;
  query: CalendarQuery;
  around: Around;
  work: BoardWork;
}

/** Day: a column for each provider. Week: a column for each day of one provider, or a row for each of them. */
export function CalendarBoard(props: BoardProps) {
  if (props.query.view === 'day') return <ProvidersOfDay {...props} />;
  const [only, ...others] = props.calendar.providers;
  return only && others.length === 0 ? (
    <WeekOfProvider {...props} row={only} />
  ) : (
    <ProvidersOfWeek {...props} />
  );
}

function useDayNames() {
  const format = useFormatter();
  return {
    short: (date: string) => format.dateTime(noonUtc(date), 'day', { timeZone: 'UTC' }),
    full: (date: string) => format.dateTime(noonUtc(date), 'fullDay', { timeZone: 'UTC' }),
  };
}

/** A provider whom the clinic no longer lists has no week to open. */
const weekOf = ({ choices, query }: BoardProps, providerId: string) =>
  choices.providers.some(({ id }) => id === providerId)
    ? calendarHref({ ...query, view: 'week', provider: providerId })
    : null;

function ProvidersOfDay(props: BoardProps) {
  const { calendar, clinic, around, work } = props;
  const t = useTranslations('calendar');
  const names = useDayNames();
  const [day] = calendar.days;
  const columns = calendar.providers.flatMap(({ provider, columns: [column] }): BoardColumn[] => {
    if (!column) return [];
    const href = weekOf(props, provider.id);
    return [
      {
        key: provider.id,
        label: provider.name,
        day: names.full(column.date),
        head: (
          <ColumnHead
            name={provider.name}
            column={column}
            href={href}
            linkLabel={t('openWeek', { name: provider.name })}
          />
        ),
        column,
        closure: day?.closure ?? null,
      },
    ];
  });
  const minute = day?.nowMinute ?? null;
  return (
    <>
      {day?.closure ? (
        <p className="mb-2 rounded bg-warn-soft px-3 py-2 text-sm font-medium text-warn max-md:hidden print:hidden">
          {t('closed', { label: day.closure })}
        </p>
      ) : null}
      <DayBoard
        label={t('boardLabel', { clinic: clinic.name, date: names.full(around.date) })}
        columns={columns}
        now={minute === null ? null : { minute, column: 'all' }}
        work={work}
      />
    </>
  );
}

function WeekOfProvider({ row, ...props }: BoardProps & { row: ShownCalendar['providers'][number] }) {
  const { calendar, query, around, work } = props;
  const t = useTranslations('calendar');
  const names = useDayNames();
  const columns = row.columns.map((column, index): BoardColumn => {
    const name = names.short(column.date);
    return {
      key: column.date,
      label: names.full(column.date),
      day: names.full(column.date),
      head: (
        <ColumnHead
          name={name}
          column={column}
          isMarked={column.date === around.today}
          href={dayHref(query, column.date, around.today)}
          linkLabel={t('openDay', { name: row.provider.name, date: name })}
        />
      ),
      column,
      closure: calendar.days[index]?.closure ?? null,
    };
  });
  const index = calendar.days.findIndex(({ nowMinute }) => nowMinute !== null);
  const minute = calendar.days[index]?.nowMinute ?? null;
  return (
    <DayBoard
      label={t('weekLabel', { clinic: row.provider.name, date: names.full(around.dates[0]) })}
      columns={columns}
      now={minute === null ? null : { minute, column: index }}
      work={work}
    />
  );
}

function ProvidersOfWeek(props: BoardProps) {
  const { calendar, clinic, query, around, work } = props;
  const t = useTranslations('calendar');
  const names = useDayNames();
  return (
    <WeekOfClinic
      label={t('weekLabel', { clinic: clinic.name, date: names.full(around.dates[0]) })}
      days={calendar.days.map(({ date, closure }) => ({
        date,
        name: names.short(date),
        fullName: names.full(date),
        closure,
        isToday: date === around.today,
        href: dayHref(query, date, around.today),
      }))}
      rows={calendar.providers.map(({ provider, columns }) => ({
        provider,
        href: weekOf(props, provider.id),
        cells: columns.map((column) => ({
          column,
          href: dayHref({ ...query, provider: provider.id }, column.date, around.today),
        })),
      }))}
      work={work}
    />
  );
}

const dayHref = (query: CalendarQuery, date: string, today: string) =>
  calendarHref(onDate({ ...query, view: 'day' }, date, today));
