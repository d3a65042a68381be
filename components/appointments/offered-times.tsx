'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Skeleton } from '@/components/ui/skeleton';
import type { MoveTimes } from '@/lib/appointments/move-times';
import { addDays } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';
import { isSamePlace, type NearestPlaces, nearestTimes, type OfferedPlace } from './nearest-times';
import { TimeChoice } from './time-choice';
import type { useFreeTimes } from './use-move-questions';
import { PassedOver, WithoutTimes } from './without-times';

type OfferedTimesProps = {
  found: ReturnType<typeof useFreeTimes>;
  /** Where the visit stands, to offer what is nearest to it. */
  start: number;
  /** Nobody has turned to other days. */
  isFirstLook: boolean;
  chosen: OfferedPlace;
  onChoose: (place: OfferedPlace) => void;
  onLook: (from: string | null) => void;
};

const NEAREST = 6;
const STEP_DAYS = 14;

/** Free places: the nearest with those the visit is for or who is chosen instead, then every day of one provider. */
export function OfferedTimes(props: OfferedTimesProps) {
  const { found, start, isFirstLook, chosen, onChoose, onLook } = props;
  const t = useTranslations('appointment.move');
  const common = useTranslations('common');
  const { data, error, isPlaceholderData } = found;
  if (error) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-work">
        {t('timesFailed')} <Button onClick={() => void found.refetch()}>{common('retry')}</Button>
      </p>
    );
  }
  if (!data) return <OfferedSkeleton label={t('looking')} />;
  const nearest = nearestTimes(data, { start, providerId: chosen.providerId, count: NEAREST });
  const date = localDateOf(start, data.timeZone);
  const areNearest = isFirstLook || (data.from <= date && date <= data.to);
  return (
    <div
      aria-busy={isPlaceholderData}
      className={`flex flex-col gap-5 transition-opacity ${isPlaceholderData ? 'opacity-60' : ''}`}
    >
      {data.passedOver ? <PassedOver data={data} passedOver={data.passedOver} /> : null}
      {nearest.places.length > 0 ? <Nearest {...{ data, nearest, areNearest, chosen, onChoose }} /> : null}
      <DayByDay {...{ data, chosen, onChoose, onLook }} />
    </div>
  );
}

type NearestProps = Pick<OfferedTimesProps, 'chosen' | 'onChoose'> & {
  data: MoveTimes;
  nearest: NearestPlaces;
  /** Of all there are, and not only of the days that are shown. */
  areNearest: boolean;
};

function Nearest({ data, nearest: { places, areAgainst }, areNearest, chosen, onChoose }: NearestProps) {
  const t = useTranslations('appointment.move');
  const format = useFormatter();
  const name = useId();
  const isOneProvider = new Set(places.map(({ providerId }) => providerId)).size === 1;
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00Z`), 'day', { timeZone: 'UTC' });
  return (
    <fieldset className="min-w-0">
      <legend className="pb-2 text-sm font-medium">
        {areNearest ? t('nearest') : t('nearestOf', { from: day(data.from), to: day(data.to) })}
        {areAgainst ? <span className="font-normal text-soft"> {t('nearestAgainst')}</span> : null}
      </legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2">
        {places.map((place) => (
          <TimeChoice
            key={`${place.date} ${place.time} ${place.providerId}`}
            name={name}
            isChosen={isSamePlace(place, chosen)}
            isAgainst={areAgainst}
            onChoose={() => onChoose(place)}
          >
            <span className="flex flex-col items-center leading-tight">
              <span>
                {day(place.date)} <span className="ltr">{place.time}</span>
              </span>
              {isOneProvider ? null : (
                <span className="text-xs font-normal">{nameOf(data, place.providerId)}</span>
              )}
            </span>
          </TimeChoice>
        ))}
      </div>
    </fieldset>
  );
}

type DayByDayProps = Pick<OfferedTimesProps, 'chosen' | 'onChoose' | 'onLook'> & { data: MoveTimes };

function DayByDay({ data, chosen, onChoose, onLook }: DayByDayProps) {
  const t = useTranslations('appointment.move');
  const format = useFormatter();
  const name = useId();
  const { from, to } = data;
  const provider = nameOf(data, chosen.providerId);
  const own = data.days.flatMap(({ date, of }) => {
    const times = of.find(({ providerId }) => providerId === chosen.providerId);
    return times ? [{ date, times: times.times, against: times.against }] : [];
  });
  const hasAgainst = own.some(({ against }) => against.length > 0);
  const hasWished = own.some(({ times }) => times.length > 0);
  const [choice, setChoice] = useState<boolean | null>(null);
  // Days that have some are not to look empty.
  const withAgainst = choice ?? !hasWished;
  const shown = own
    .map(({ date, times, against }) => ({
      date,
      times: withAgainst ? [...times, ...against].sort() : times,
      against: new Set(against),
    }))
    .filter(({ times }) => times.length > 0);
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00Z`), 'day', { timeZone: 'UTC' });
  return (
    <section aria-label={t('allTimes', { provider })} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-sm font-medium">{t('allTimes', { provider })}</h3>
        <div className="flex items-center gap-1">
          <Button
            variant="quiet"
            onClick={() => onLook(addDays(from, -STEP_DAYS))}
            aria-label={t('earlier')}
            icon={<ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />}
          />
          <span className="text-sm text-soft">{`${day(from)} – ${day(to)}`}</span>
          <Button
            variant="quiet"
            onClick={() => onLook(addDays(to, 1))}
            aria-label={t('later')}
            icon={<ChevronRight aria-hidden className="size-4 rtl:rotate-180" />}
          />
        </div>
      </div>
      {hasWished ? null : <WithoutTimes {...{ data, chosen, onChoose, hasAgainst }} />}
      <div className="flex max-h-72 flex-col divide-y divide-hairline overflow-y-auto border-y border-hairline empty:hidden">
        {shown.map(({ date, times, against }) => (
          <fieldset key={date} className="min-w-0 py-2">
            <legend className="float-start w-28 pe-2 pt-2 text-sm text-soft">{day(date)}</legend>
            <div className="grid grid-cols-[repeat(auto-fill,minmax(4.25rem,1fr))] gap-1.5">
              {times.map((time) => {
                const place = { date, time, providerId: chosen.providerId };
                return (
                  <TimeChoice
                    key={time}
                    name={name}
                    isChosen={isSamePlace(place, chosen)}
                    isAgainst={against.has(time)}
                    onChoose={() => onChoose(place)}
                  >
                    <span className="ltr">{time}</span>
                  </TimeChoice>
                );
              })}
            </div>
          </fieldset>
        ))}
      </div>
      {hasAgainst ? (
        <Checkbox
          label={t('withAgainst')}
          checked={withAgainst}
          onChange={(event) => setChoice(event.target.checked)}
        />
      ) : null}
    </section>
  );
}

const nameOf = ({ providers }: MoveTimes, id: string) =>
  providers.find((provider) => provider.id === id)?.name ?? '';

function OfferedSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2">
      {Array.from({ length: 12 }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <Skeleton key={place} className="h-control" />
      ))}
    </output>
  );
}
