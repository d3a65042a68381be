'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { ColourEdge } from '@/components/ui/colour-edge';
import { OverlapMark } from '@/components/ui/overlap-mark';
import { StateMark } from '@/components/ui/state-mark';
import type { DayCard, DayColumn } from '@/lib/calendar/day-column';
import { timeOfMinute } from '@/lib/time/local-time';
import { useCommaList } from '@/messages/comma-list';
import { BOARD_MINUTES } from './geometry';
import { nameClass } from './visit-label';

export interface AgendaDay {
  date: string;
  /** As people say it: Sunday 3 January 2027. */
  name: string;
  closure: string | null;
  columns: readonly DayColumn[];
  /** By start. */
  cards: readonly DayCard[];
}

/** The days as a list: on a phone, where a grid would only be squeezed, and on paper. */
export function Agenda({ days, label }: { days: readonly AgendaDay[]; label: string }) {
  const t = useTranslations('calendar');
  return (
    <section
      aria-label={label}
      className="hidden transition-opacity group-has-data-pending/calendar:opacity-60 max-md:block print:block"
    >
      {days.map((day) => (
        <div key={day.date} className="pb-6 print:break-inside-auto">
          {/* With one day its name is the title of the page. */}
          {days.length > 1 ? (
            <h2 className="flex items-baseline justify-between gap-3 border-b border-hairline pb-2 text-work font-semibold">
              {day.name}
              <span className="text-sm font-normal text-soft">
                {t('visits', { count: day.cards.length })}
              </span>
            </h2>
          ) : null}
          {day.closure === null ? null : (
            <p className="py-2 text-sm font-medium text-warn">{t('closed', { label: day.closure })}</p>
          )}
          <WhoIsThere columns={day.columns} />
          {day.cards.length === 0 && day.closure === null ? (
            <p className="py-3 text-work text-soft">{t('emptyDay')}</p>
          ) : null}
          <ol className="divide-y divide-hairline">
            {day.cards.map((card) => (
              <AgendaRow key={card.appointment.id} card={card} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

/** Who is away; of one provider alone also the hours. */
function WhoIsThere({ columns }: { columns: readonly DayColumn[] }) {
  const t = useTranslations('calendar');
  const sideBySide = useCommaList();
  const [only, ...others] = columns;
  const away = columns.flatMap(({ provider, timeOff }) =>
    timeOff.map((span) => ({ key: `${provider.id} ${span.from}`, name: provider.name, ...span })),
  );
  return (
    <>
      {only && others.length === 0 && only.works.length > 0 ? (
        <p className="pt-2 text-sm text-soft">
          {t('works')}{' '}
          <span className="ltr">
            {sideBySide(only.works.map(({ from, to }) => `${timeOfMinute(from)}–${timeOfMinute(to)}`))}
          </span>
        </p>
      ) : null}
      {away.map(({ key, name, from, to, label }) => (
        <p key={key} className="pt-2 text-sm text-soft">
          <span dir="auto">{name}</span>: {label}
          {from === 0 && to === BOARD_MINUTES ? null : (
            <>
              {' '}
              <span className="ltr">{`${timeOfMinute(from)}–${timeOfMinute(to)}`}</span>
            </>
          )}
        </p>
      ))}
    </>
  );
}

/** A card that has not changed is the same value, and is not drawn anew. */
const AgendaRow = memo(function AgendaRow({ card }: { card: DayCard }) {
  const t = useTranslations('calendar');
  const state = useTranslations('states');
  const { id, status, patientName, service, provider, room, position } = card.appointment;
  const isCancelled = status === 'CANCELLED';
  return (
    <li className="[contain-intrinsic-size:auto_64px] [content-visibility:auto] print:break-inside-avoid print:[content-visibility:visible]">
      <Link
        href={`/appointments/${id}`}
        prefetch={false}
        className={`relative flex min-h-16 items-center gap-3 py-2 ps-3 active:bg-sunken data-shown:bg-accent-soft print:min-h-0 print:py-1 ${isCancelled ? 'text-faint' : ''}`}
      >
        <ColourEdge colour={service?.colour ?? 'var(--edge)'} className="my-2 rounded-full" />
        <span className="ltr flex w-12 shrink-0 flex-col print:w-24 print:flex-row print:gap-1">
          {card.hasBegunBefore ? (
            <span className="text-sm text-soft">{t('until', { time: card.endTime })}</span>
          ) : (
            <>
              <span className="font-semibold">{card.startTime}</span>
              <span className="text-sm text-soft">{card.endTime}</span>
            </>
          )}
        </span>
        <span className="flex min-w-0 grow flex-col items-start print:flex-row print:gap-3">
          <span className="flex max-w-full print:w-48 print:shrink-0">
            <span dir="auto" className={`font-medium ${nameClass} ${isCancelled ? 'line-through' : ''}`}>
              {patientName}
            </span>
          </span>
          <span dir="auto" className="max-w-full min-w-0 text-sm wrap-anywhere text-soft">
            {[service?.name ?? t('noService'), provider.name, room?.name].filter(Boolean).join(' · ')}
          </span>
        </span>
        {position ? (
          <span className="ltr shrink-0 text-sm text-soft">{`${position.number}/${position.count}`}</span>
        ) : null}
        {card.appointment.isOverlapping ? <OverlapMark label={t('overlapMark')} /> : null}
        <StateMark state={status} label={state(status)} isGlyphOnly className="shrink-0" />
      </Link>
    </li>
  );
});
