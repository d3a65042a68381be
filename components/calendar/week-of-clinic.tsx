'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { memo, useMemo } from 'react';
import { StateGlyph } from '@/components/ui/state-glyph';
import type { DayCard, DayColumn } from '@/lib/calendar/day-column';
import { timeOfMinute } from '@/lib/time/local-time';
import { useCommaList } from '@/messages/comma-list';
import type { CalendarHref } from './address';
import { BoardFrame } from './board-frame';
import type { BoardWork } from './board-work';
import { DayBar, type Hours } from './day-bar';
import { nameClass, useVisitRest } from './visit-label';
import { WeekLayer } from './week-layer';

export interface WeekDay {
  date: string;
  /** As people say it: Sun 3 Jan, and in full. */
  name: string;
  fullName: string;
  closure: string | null;
  isToday: boolean;
  href: CalendarHref;
}

export interface WeekRow {
  provider: { id: string; name: string };
  href: CalendarHref | null;
  /** A column for each day, and where its day is shown. */
  cells: readonly { column: DayColumn; href: CalendarHref }[];
}

const MOST_LINES = 6;

type WeekOfClinicProps = {
  label: string;
  days: readonly WeekDay[];
  rows: readonly WeekRow[];
  work: BoardWork;
};

/**
 * The week of a whole clinic: a row for each provider, each day's visits as lines below a bar that shows where the
 * day is still free. A visit is carried to another day or provider, and keeps its time where it can.
 */
export function WeekOfClinic({ label, days, rows, work }: WeekOfClinicProps) {
  const t = useTranslations('calendar');
  const sideBySide = useCommaList();
  const columns = useMemo(
    () =>
      rows.flatMap(({ provider, cells }) =>
        cells.map(({ column }, day) => ({
          column,
          name: sideBySide([provider.name, days[day]?.fullName ?? '']),
          day: days[day]?.fullName ?? '',
          closure: days[day]?.closure ?? null,
        })),
      ),
    [rows, days, sideBySide],
  );
  const hours = useMemo(() => hoursOf(rows), [rows]);
  return (
    <BoardFrame label={label} isMovable={work.may.reschedule}>
      <div className="relative min-w-[68rem]">
        <WeekLayer columns={columns} work={work} />
        <table className="w-full table-fixed border-separate border-spacing-0">
          <thead>
            <tr>
              <th scope="col" className={`${headClass} start-0 z-30 w-36 border-s-0`}>
                <span className="sr-only">{t('provider')}</span>
              </th>
              {days.map((day) => (
                <th key={day.date} scope="col" className={`${headClass} z-20`}>
                  <Link
                    href={day.href}
                    prefetch={false}
                    aria-current={day.isToday ? 'date' : undefined}
                    className={`target rounded-sm underline-offset-4 hover:underline ${day.isToday ? 'text-accent' : ''}`}
                  >
                    {day.name}
                  </Link>
                  {day.closure === null ? (
                    <span
                      aria-hidden
                      className="ltr flex justify-between text-xs font-normal text-faint rtl:flex-row-reverse"
                    >
                      <span>{timeOfMinute(hours.from)}</span>
                      <span>{timeOfMinute(hours.to)}</span>
                    </span>
                  ) : (
                    <span className="block truncate text-xs font-medium text-warn">
                      {t('closed', { label: day.closure })}
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ provider, href, cells }, row) => (
              <tr key={provider.id} data-row>
                <th
                  scope="row"
                  className="sticky start-0 z-10 border-b border-hairline bg-paper px-3 py-2 text-start align-top text-sm font-semibold"
                >
                  {href ? (
                    <Link
                      href={href}
                      prefetch={false}
                      className="target rounded-sm underline-offset-4 hover:underline"
                    >
                      {provider.name}
                    </Link>
                  ) : (
                    provider.name
                  )}
                </th>
                {cells.map((cell, day) => (
                  <DayCell
                    key={cell.column.date}
                    {...cell}
                    index={row * days.length + day}
                    hours={hours}
                    dayName={days[day]?.name ?? ''}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </BoardFrame>
  );
}

const headClass =
  'sticky top-0 h-14 border-s border-b border-hairline bg-paper px-2 py-2 text-start align-top text-sm font-semibold';

type DayCellProps = WeekRow['cells'][number] & {
  /** The how-manieth of all, row by row. */
  index: number;
  dayName: string;
  hours: Hours;
};

const DayCell = memo(function DayCell({ index, column, href, dayName, hours }: DayCellProps) {
  const t = useTranslations('calendar');
  const sideBySide = useCommaList();
  const cards = column.cards.filter(({ isMatch }) => isMatch);
  const shown = cards.length > MOST_LINES ? cards.slice(0, MOST_LINES - 1) : cards;
  const isOff = column.works.length === 0;
  return (
    <td
      data-cell={index}
      // While a visit is carried each cell says in its corner what it would do with it.
      className={`relative border-s border-b border-hairline px-1 pt-2 pb-6 align-top data-[verdict=blocked]:bg-sunken data-target:outline-2 data-target:-outline-offset-2 data-target:outline-accent data-says:after:absolute data-says:after:inset-x-1 data-says:after:bottom-1 data-says:after:truncate data-says:after:rounded-sm data-says:after:bg-float data-says:after:px-1 data-says:after:text-xs data-says:after:font-medium data-says:after:shadow-float data-says:after:content-[attr(data-says)] data-[verdict=blocked]:after:text-soft data-[verdict=free]:after:text-accent data-[verdict=unwished]:after:text-warn ${isOff ? 'hatched' : 'bg-surface'}`}
    >
      {isOff ? <span className="sr-only">{t('notWorking')}</span> : <DayBar column={column} hours={hours} />}
      {column.timeOff.map((span) => (
        <p key={span.from} className="truncate px-1 pt-1 text-xs font-medium text-soft">
          {span.label}
        </p>
      ))}
      <ul className="pt-1">
        {shown.map((card) => (
          <VisitLine key={card.appointment.id} card={card} />
        ))}
        {shown.length < cards.length ? (
          <li>
            <Link
              href={href}
              prefetch={false}
              aria-label={`${t('moreVisits', { count: cards.length - shown.length })}: ${sideBySide([column.provider.name, dayName])}`}
              className="flex h-6 items-center rounded-sm px-1 text-xs font-medium text-accent underline-offset-4 hover:underline coarse:h-11"
            >
              {t('moreVisits', { count: cards.length - shown.length })}
            </Link>
          </li>
        ) : null}
      </ul>
    </td>
  );
});

/** The hours in which anybody works that week, so that the same place of every bar is the same time. */
function hoursOf(rows: readonly WeekRow[]): Hours {
  const works = rows.flatMap(({ cells }) => cells.flatMap(({ column }) => column.works));
  const [from, to] = [Math.min(...works.map((span) => span.from)), Math.max(...works.map((span) => span.to))];
  return works.length === 0 ? { from: 480, to: 1080 } : { from, to };
}

function VisitLine({ card }: { card: DayCard }) {
  const rest = useVisitRest();
  const { status, patientName, service } = card.appointment;
  return (
    <li data-visit={card.appointment.id} className="data-ghost:opacity-35">
      <Link
        href={`/appointments/${card.appointment.id}`}
        prefetch={false}
        draggable={false}
        aria-keyshortcuts="m"
        className={`flex h-6 min-w-0 select-none [-webkit-touch-callout:none] items-center gap-1 rounded-sm border-s-[3px] ps-1 text-xs hover:bg-ink/6 coarse:h-11 ${
          status === 'CANCELLED' ? 'text-faint line-through' : ''
        }`}
        style={{ borderInlineStartColor: service?.colour ?? 'var(--edge)' }}
      >
        <StateGlyph state={status} className="size-3" />
        <span className="shrink-0 text-soft">{card.startTime}</span>
        <span dir="auto" title={patientName} className={`font-medium ${nameClass}`}>
          {patientName}
        </span>
        <span className="sr-only">{rest(card, { hasService: false })}</span>
      </Link>
    </li>
  );
}
