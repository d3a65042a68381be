import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import type { SessionPlaces } from '@/lib/packages/replan/session-places';
import type { PlaceDraft } from './use-place';

type PlaceTimesProps = {
  places: SessionPlaces;
  draft: PlaceDraft;
  isAsking: boolean;
  onChange: (change: Partial<PlaceDraft>) => void;
};

/** The free days, and the free times of the one that is chosen. What is against a wish is told apart. */
export function PlaceTimes({ places, draft, isAsking, onChange }: PlaceTimesProps) {
  const t = useTranslations('replan.place');
  const format = useFormatter();
  const ids = { days: useId(), times: useId() };
  const { days } = places;
  const times = places.times.filter(({ providerId }) => providerId === draft.providerId);
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00Z`), 'day', { timeZone: 'UTC' });
  if (days.length === 0) return <p className="rounded bg-warn-soft p-3 text-work">{t('noDays')}</p>;
  return (
    <div aria-busy={isAsking} className="flex flex-col gap-4">
      <fieldset className="min-w-0">
        <legend className="pb-1 text-sm font-medium">{t('days')}</legend>
        <div className="grid max-h-28 grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] rtl:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2 overflow-y-auto p-0.5">
          {days.map(({ date, hasFitting }) => (
            <Choice
              key={date}
              name={ids.days}
              isChosen={date === draft.date}
              isAgainst={!hasFitting}
              onChoose={() => onChange({ date, time: '' })}
            >
              {day(date)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="pb-1 text-sm font-medium">{t('times')}</legend>
        {times.length === 0 ? <p className="text-work text-soft">{t('noTimes')}</p> : null}
        <div className="grid max-h-28 grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2 overflow-y-auto p-0.5">
          {times.map(({ time, start, isFitting }) => (
            <Choice
              key={start}
              name={ids.times}
              isChosen={time === draft.time}
              isAgainst={!isFitting}
              onChoose={() => onChange({ time })}
            >
              <span className="ltr">{time}</span>
            </Choice>
          ))}
        </div>
      </fieldset>
      {days.some(({ hasFitting }) => !hasFitting) ? <p className="text-sm text-soft">{t('dashed')}</p> : null}
    </div>
  );
}

type ChoiceProps = {
  name: string;
  isChosen: boolean;
  /** Against a wish of the package. */
  isAgainst: boolean;
  onChoose: () => void;
  children: ReactNode;
};

function Choice({ name, isChosen, isAgainst, onChoose, children }: ChoiceProps) {
  const t = useTranslations('replan.place');
  return (
    <label
      className={`target flex min-h-control cursor-pointer items-center justify-center rounded border px-2 text-sm font-medium select-none hover:border-edge has-checked:border-solid has-checked:border-accent has-checked:bg-accent has-checked:text-accent-on has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${isAgainst ? 'border-dashed border-edge text-soft' : 'border-edge/50 bg-surface'}`}
    >
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} className="sr-only" />
      {children}
      {isAgainst ? <span className="sr-only">{t('against')}</span> : null}
    </label>
  );
}
