'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StateGlyph } from '@/components/ui/state-glyph';
import type { DayCard, DayColumn } from '@/lib/calendar/day-column';
import type { CalendarHref } from './address';
import { BoardFrame } from './board-frame';
import { Utilisation } from './column-head';
import { nameClass, useVisitRest } from './visit-label';

export interface WeekDay {
  date: string;
  /** As people say it: Sun 3 Jan. */
  name: string;
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

/** The week of a whole clinic: a row for each provider, each day's visits as lines. */
export function WeekOfClinic({
  label,
  days,
  rows,
}: {
  label: string;
  days: readonly WeekDay[];
  rows: readonly WeekRow[];
}) {
  const t = useTranslations('calendar');
  return (
    <BoardFrame label={label}>
      <table className="w-full min-w-[68rem] table-fixed border-separate border-spacing-0">
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
                {day.closure === null ? null : (
                  <span className="block truncate text-xs font-medium text-warn">
                    {t('closed', { label: day.closure })}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ provider, href, cells }) => (
            <tr key={provider.id}>
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
              {cells.map((cell, index) => (
                <DayCell key={cell.column.date} {...cell} dayName={days[index]?.name ?? ''} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </BoardFrame>
  );
}

const headClass =
  'sticky top-0 h-11 border-s border-b border-hairline bg-paper px-2 py-2 text-start align-top text-sm font-semibold';

function DayCell({ column, href, dayName }: WeekRow['cells'][number] & { dayName: string }) {
  const t = useTranslations('calendar');
  const cards = column.cards.filter(({ isMatch }) => isMatch);
  const shown = cards.length > MOST_LINES ? cards.slice(0, MOST_LINES - 1) : cards;
  const isOff = column.works.length === 0;
  return (
    <td
      className={`border-s border-b border-hairline px-1 pt-2 pb-1.5 align-top ${isOff ? 'hatched' : 'bg-surface'}`}
    >
      {isOff ? (
        <span className="sr-only">{t('notWorking')}</span>
      ) : (
        <Utilisation value={column.utilisation} />
      )}
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
              aria-label={`${t('moreVisits', { count: cards.length - shown.length })}: ${column.provider.name}, ${dayName}`}
              className="flex h-6 items-center rounded-sm px-1 text-xs font-medium text-accent underline-offset-4 hover:underline coarse:h-11"
            >
              {t('moreVisits', { count: cards.length - shown.length })}
            </Link>
          </li>
        ) : null}
      </ul>
    </td>
  );
}

function VisitLine({ card }: { card: DayCard }) {
  const rest = useVisitRest();
  const { status, patientName, service } = card.appointment;
  return (
    <li data-visit={card.appointment.id}>
      <Link
        href={`/appointments/${card.appointment.id}`}
        prefetch={false}
        className={`flex h-6 min-w-0 items-center gap-1 rounded-sm border-s-[3px] ps-1 text-xs hover:bg-ink/6 coarse:h-11 ${
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
