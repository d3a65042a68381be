'use client';

import { useRouter } from 'next/navigation';
import { useFormatter } from 'next-intl';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { calendarHref, onDate } from '@/components/calendar/address';
import type { BoardWork } from '@/components/calendar/board-work';
import { AskAgain, ConnectionHint } from '@/components/calendar/connection-hint';
import { DayStrip, SwipeDays } from '@/components/calendar/day-strip';
import type { LiveAnswer } from '@/components/calendar/live-board-asker';
import { useMarkedChanges } from '@/components/calendar/mark-changes';
import { SignedOut } from '@/components/calendar/signed-out';
import { useShownVisit } from '@/components/calendar/use-shown-visit';
import { arrival } from '@/components/ui/arrival';
import { ShowLater } from '@/components/ui/later';
import type { CalendarChoices, CalendarClinic } from '@/db/reads/calendar-choices';
import type { CalendarQuery } from '@/lib/calendar/input';
import type { Board } from '@/lib/calendar/show-board';
import { rescheduleAppointment } from '../appointments/actions';
import { CalendarDays } from './calendar-days';
import { CalendarMonth } from './calendar-month';
import type { Around } from './calendar-places';
import { noonUtc } from './noon-utc';
import { whyEmpty } from './why-empty';

export interface LiveCalendarProps {
  board: Board;
  clinic: CalendarClinic;
  choices: CalendarChoices;
  query: CalendarQuery;
  around: Around;
  may: BoardWork['may'];
}

// What keeps the board fresh may come after the board.
const liveBoardAsker = arrival(() =>
  import('@/components/calendar/live-board-asker').then((m) => m.LiveBoardAsker),
);

/** Drawn anew when the days have changed, and not because a visit is taken in hand. */
const StillDays = memo(CalendarDays);

/** The calendar in the browser: it asks for itself again, and lets its visits be moved. */
export function LiveCalendar({ board, clinic, choices, query, around, may }: LiveCalendarProps) {
  const router = useRouter();
  const format = useFormatter();
  const whole = useRef<HTMLDivElement>(null);
  const [isHeld, setIsHeld] = useState(false);
  // Said with its date: a screen that is left open overnight goes on showing the day it was asked for.
  const here = calendarHref({ ...query, clinic: clinic.id, date: around.date });
  const [, address = ''] = here.split('?');
  const [answer, setAnswer] = useState<LiveAnswer | null>(null);
  const live = answer?.address === address ? answer : null;
  const data = live?.data ?? board;
  const error = live?.failed?.error ?? null;
  const refetch = live?.refetch;
  useShownVisit(whole);
  useMarkedChanges(data.shows === 'days' ? data.calendar : null, whole);

  useEffect(() => {
    // The server leads on to sign in.
    if (error instanceof SignedOut) router.refresh();
  }, [error, router]);

  const calendar = data.shows === 'days' ? data.calendar : null;
  const work = useMemo(
    (): BoardWork | null =>
      calendar && {
        clinicId: clinic.id,
        timeZone: clinic.timeZone,
        gridMinutes: clinic.gridMinutes,
        today: around.today,
        nowMinute: calendar.days.find(({ nowMinute }) => nowMinute !== null)?.nowMinute ?? null,
        now: calendar.now,
        may,
        reschedule: rescheduleAppointment,
        hold: setIsHeld,
        refresh: async () => (refetch ? refetch() : router.refresh()),
        here,
        show: (there) => router.push(there),
        turn: (direction) => router.push(direction === 1 ? around.places.next : around.places.previous),
      },
    [calendar, clinic, around, may, refetch, here, router],
  );

  // A day on which nobody works has no board, but a visit that is carried on to the next one needs one to stay on.
  const [carriedAt, setCarriedAt] = useState<string | null>(null);
  if (isHeld && carriedAt !== address) setCarriedAt(address);
  const isBoardWanted =
    carriedAt === address &&
    calendar !== null &&
    calendar.providers.length > 0 &&
    whyEmpty(calendar, query, choices) !== null;

  const isMonth = query.view === 'month';
  const unasked = (again: () => void) => <AskAgain again={again} timeZone={clinic.timeZone} />;
  return (
    <SwipeDays previous={around.places.previous} next={around.places.next}>
      <div ref={whole} className="contents">
        {isMonth ? null : (
          <DayStrip
            days={around.week.map((date) => ({
              date,
              weekday: format.dateTime(noonUtc(date), 'weekday', { timeZone: 'UTC' }),
              number: String(Number(date.slice(8))),
              name: format.dateTime(noonUtc(date), 'fullDay', { timeZone: 'UTC' }),
              href: calendarHref(onDate({ ...query, view: 'day' }, date, around.today)),
              isShown: query.view === 'day' && date === around.date,
              isToday: date === around.today,
            }))}
          />
        )}
        <ShowLater of={liveBoardAsker} props={{ address, board, onAnswer: setAnswer }} missing={unasked} />
        <ConnectionHint since={live?.failed?.since ?? null} timeZone={clinic.timeZone} />
        {data.shows === 'month' ? (
          <CalendarMonth month={data.month} clinic={clinic} query={query} around={around} />
        ) : null}
        {calendar && work ? (
          <StillDays
            calendar={calendar}
            clinic={clinic}
            choices={choices}
            query={query}
            around={around}
            work={work}
            isBoardWanted={isBoardWanted}
          />
        ) : null}
      </div>
    </SwipeDays>
  );
}
