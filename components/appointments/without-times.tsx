import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import type { MoveTimes } from '@/lib/appointments/move-times';
import type { DaysLost } from '@/lib/appointments/without-times';
import { reasonSentence } from '@/messages/reason-words';
import { isSamePlace, type OfferedPlace } from './nearest-times';
import { TimeChoice } from './time-choice';

type WithoutTimesProps = {
  data: MoveTimes;
  chosen: OfferedPlace;
  onChoose: (place: OfferedPlace) => void;
  /** There are some that go against the wishes of the package. */
  hasAgainst: boolean;
};

/** Why the chosen provider has no time on the days that are looked at, and the nearest ones elsewhere. */
export function WithoutTimes({ data, chosen, onChoose, hasAgainst }: WithoutTimesProps) {
  const t = useTranslations('appointment.move');
  const dayOf = useDayName();
  const say = useReasons(data);
  const name = useId();
  const { providerId } = chosen;
  const { reasons, nearest } = data.without.find((each) => each.providerId === providerId) ?? {
    reasons: [],
    nearest: [],
  };
  return (
    <div className="flex flex-col gap-3 rounded bg-sunken px-4 py-3">
      <p className="text-work">
        <span className="font-medium">{t(hasAgainst ? 'onlyAgainst' : 'noTimes')}</span>{' '}
        {say(reasons, providerId)}
      </p>
      {nearest.length > 0 ? (
        <fieldset className="min-w-0">
          <legend className="pb-2 text-sm font-medium">{t('nearestFree')}</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2">
            {nearest.map(({ date, time, isAgainst }) => {
              const place = { date, time, providerId };
              return (
                <TimeChoice
                  key={date}
                  name={name}
                  isChosen={isSamePlace(place, chosen)}
                  isAgainst={isAgainst}
                  onChoose={() => onChoose(place)}
                >
                  <span>
                    {dayOf(date)} <span className="ltr">{time}</span>
                  </span>
                </TimeChoice>
              );
            })}
          </div>
        </fieldset>
      ) : null}
    </div>
  );
}

/** That the days around the visit were looked at first, and why they are not shown. */
export function PassedOver({
  data,
  passedOver: { from, to, reasons },
}: {
  data: MoveTimes;
  passedOver: NonNullable<MoveTimes['passedOver']>;
}) {
  const t = useTranslations('appointment.move');
  const dayOf = useDayName();
  const say = useReasons(data);
  const usual = data.providers.find(({ isUsual }) => isUsual)?.id ?? null;
  return (
    <p className="rounded bg-warn-soft px-4 py-3 text-work">
      <span className="font-medium">{t('passedOver', { from: dayOf(from), to: dayOf(to) })}</span>{' '}
      {say(reasons, usual)} {t('nearestShown')}
    </p>
  );
}

function useDayName() {
  const format = useFormatter();
  return (date: string) => format.dateTime(new Date(`${date}T00:00Z`), 'day', { timeZone: 'UTC' });
}

function useReasons({ providers, preferredDays }: MoveTimes) {
  const t = useTranslations('reasons');
  const format = useFormatter();
  return (reasons: readonly DaysLost[], providerId: string | null): string => {
    if (reasons.length === 0) return '';
    const provider = providers.find(({ id }) => id === providerId)?.name ?? null;
    return reasonSentence(
      reasons.map((reason) => ({ ...reason, provider })),
      { t, format, preferredDays },
    );
  };
}
