'use client';

import { Check, TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { DatePicker } from '@/components/ui/date-picker';
import { Dialog } from '@/components/ui/dialog';
import { MarkedMonth } from '@/components/ui/marked-month';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { TimeField } from '@/components/ui/time-field';
import { shownSession } from '@/lib/packages/input';
import type { Proposal } from '@/lib/packages/propose-plan';
import { dateFault, isBookableDate } from '@/lib/planning/input';
import { exactInstantOf, localDateOf, localTimeOf } from '@/lib/time/wall-clock';
import { type BookingForm, change, type FormChange } from './booking-form';
import { type BookingOptions, offeredProviders } from './booking-options';
import { readyPlanInput } from './booking-rules';
import { nearestMoves } from './nearest-moves';
import { useRefusalWords } from './reason-words';
import { SessionMoves } from './session-moves';
import { useJudgedPlace, useSessionMoves } from './use-session-moves';
import { WEEKDAY_NAMES, weekStartOf } from './week';

type SessionPlaceProps = {
  number: number;
  form: BookingForm;
  options: BookingOptions;
  today: string;
  proposal: Proposal;
  make: (change: FormChange) => void;
  onClose: () => void;
};

/** Chooses by hand where one session stands: the nearest free times, a day, or anything typed, judged at once. */
export function SessionPlace({ number, form, options, today, proposal, make, onClose }: SessionPlaceProps) {
  const t = useTranslations('booking.place');
  const common = useTranslations('common');
  const faultWords = useTranslations('fieldFaults');
  const format = useFormatter();
  const say = useRefusalWords();
  const { timeZone, placed } = proposal;
  const now = placed.find((place) => place.number === number);
  const people = offeredProviders(options, form);
  const assigned =
    form.strategy === 'one' ? [form.providerId] : (form.perSession[number - 1]?.providerIds ?? []);
  const [date, setDate] = useState(now ? localDateOf(now.start, timeZone) : form.startDate);
  const [time, setTime] = useState(now ? localTimeOf(now.start, timeZone) : '');
  const [providerId, setProviderId] = useState(now?.providerId ?? assigned[0] ?? '');
  // Somebody else can take it over: then it is theirs from then on, and the plan is asked as if it were.
  const isGivenAway = providerId !== '' && !assigned.includes(providerId);
  // Whoever asks for another time asks for nothing else: the others stay, unless they are to make room.
  const [doOthersStay, setOthersStay] = useState(now !== undefined);
  const others = placed.filter((other) => other.number !== number).map(placeOf);
  const given = isGivenAway ? change(form, { kind: 'give', number, providerId }) : form;
  const input = readyPlanInput({ ...given, kept: doOthersStay ? others : [] }, today);
  // A year is typed digit by digit: until then nothing is asked.
  const isWhole = isBookableDate(date);
  const moves = useSessionMoves(input, { number, date: isWhole ? date : '' });
  const start = isWhole && time ? exactInstantOf(date, time, timeZone) : null;
  const chosen = shownSession.safeParse({ number, providerId, roomId: now?.roomId ?? null, start });
  const place = chosen.success ? chosen.data : null;
  const judged = useJudgedPlace(input, place);
  const broken = judged.data?.broken ?? [];
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name;
  const why = broken.map((rule) => say(rule, nameOf(providerId))).join(' ');

  const own = moves.data?.moves.filter((move) => move.providerId === providerId) ?? [];
  const ofDay = own.filter((move) => move.date === date);
  const near = nearestMoves(own, now?.start ?? start);
  // A year that is not this one nor the next is said, or a slip of the finger is not seen.
  const isNear = (day: string) => Number(day.slice(0, 4)) - Number(today.slice(0, 4)) <= 1;
  const dayName = (day: string) =>
    format.dateTime(new Date(`${day}T00:00Z`), isNear(day) ? 'day' : 'fullDay', { timeZone: 'UTC' });
  const nowOn = now ? localDateOf(now.start, timeZone) : date;
  const nearLabel = date === nowOn ? t('nearest') : t('nearestAround', { day: dayName(date) });
  const days = new Map(moves.data?.days.map((day) => [day.date, day]));
  const [asked, ...otherAsked] = isGivenAway ? [providerId] : assigned;
  /** Why nothing is free on a day; of a pool nobody is named. */
  const whyFull = (day: string) => {
    const reason = days.get(day)?.reason;
    return reason
      ? say(reason, asked && otherAsked.length === 0 ? nameOf(asked) : undefined)
      : t('noneThatDay');
  };

  function take(next: { date: string; time: string }) {
    setDate(next.date);
    setTime(next.time);
  }

  function whyNot(): string | undefined {
    const fault = date && dateFault(date, today);
    if (fault) return faultWords(fault);
    if (time && isWhole && start === null) return t('noSuchTime');
    if (place === null) return t('needsTime');
    return broken.length > 0 ? why : undefined;
  }

  function keep() {
    if (!place) return;
    if (isGivenAway) make({ kind: 'give', number, providerId });
    make({ kind: 'pin', place, others: doOthersStay ? others : [] });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { number })}
      closeLabel={common('close')}
      size="large"
      footer={
        <>
          <output className="me-auto flex min-h-5 min-w-0 basis-full items-start gap-2 self-center text-work sm:basis-0 sm:grow">
            {place && judged.data ? (
              broken.length === 0 ? (
                <>
                  <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
                  {t('holds', { day: dayName(date), time })}
                </>
              ) : (
                <>
                  <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-mark" />
                  <span className="text-warn">{why}</span>
                </>
              )
            ) : null}
          </output>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            onClick={keep}
            isPending={place !== null && judged.isFetching && !judged.data}
            disabledReason={whyNot()}
          >
            {t('keepHere')}
          </Button>
        </>
      }
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-[auto_minmax(0,1fr)]">
        <div className="flex flex-col gap-3">
          <MarkedMonth
            label={t('day')}
            value={date}
            onChange={(next) => take({ date: next, time: next === date ? time : '' })}
            min={form.startDate > today ? form.startDate : today}
            max={proposal.windowTo}
            firstDayOfWeek={WEEKDAY_NAMES[weekStartOf({ form, options })]}
            markOf={(day) => (days.has(day) ? (days.get(day)?.free ? 'free' : 'full') : 'unknown')}
            noteOf={(day) => {
              const known = days.get(day);
              return known ? (known.free ? t('dayFree') : whyFull(day)) : '';
            }}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {people.length > 1 ? (
            <Select
              label={t('provider')}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              description={isGivenAway ? t('givenAway') : undefined}
              value={providerId}
              onChange={(event) => setProviderId(event.currentTarget.value)}
            />
          ) : null}
          <div className="grid grid-cols-2 gap-4">
            <DatePicker
              label={t('day')}
              value={date}
              onChange={setDate}
              faultOf={(day) => {
                const fault = dateFault(day, today);
                return fault ? faultWords(fault) : undefined;
              }}
            />
            <TimeField
              label={t('time')}
              value={time}
              onChange={setTime}
              errors={time && isWhole && start === null ? [t('noSuchTime')] : undefined}
            />
          </div>
          {others.length > 0 ? (
            <Checkbox
              label={t('othersStay')}
              description={t('othersStayHint')}
              checked={doOthersStay}
              onChange={(event) => setOthersStay(event.target.checked)}
            />
          ) : null}
          {moves.error && !moves.data ? (
            <p role="alert" className="flex flex-wrap items-center gap-3 text-work">
              {t('failed')} <Button onClick={() => void moves.refetch()}>{common('retry')}</Button>
            </p>
          ) : moves.data ? (
            <div
              className={`flex flex-col gap-4 transition-opacity ${moves.isPlaceholderData ? 'opacity-60' : ''}`}
            >
              {near.length > 0 ? (
                <section className="flex flex-col gap-2">
                  <h3 className="text-sm font-medium text-soft">{nearLabel}</h3>
                  <SessionMoves
                    moves={near}
                    placedAtNoCost={moves.data.placedAtNoCost}
                    label={nearLabel}
                    time={time}
                    onChoose={take}
                    nameOfDay={(move) => dayName(move.date)}
                  />
                </section>
              ) : null}
              <section className="flex flex-col gap-2">
                <h3 className="text-sm font-medium text-soft">{date ? dayName(date) : t('free')}</h3>
                {ofDay.length > 0 ? (
                  <SessionMoves
                    moves={ofDay}
                    placedAtNoCost={moves.data.placedAtNoCost}
                    label={t('free')}
                    time={time}
                    onChoose={take}
                  />
                ) : (
                  <p className="text-work">{whyFull(date)}</p>
                )}
              </section>
            </div>
          ) : (
            <Skeleton className="h-40" />
          )}
        </div>
      </div>
    </Dialog>
  );
}

const placeOf = ({ number, providerId, roomId, start }: Proposal['placed'][number]) => ({
  number,
  providerId,
  roomId,
  start,
});
