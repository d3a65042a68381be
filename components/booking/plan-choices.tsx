'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { memo, useId } from 'react';
import type { PlanChoice, Proposal } from '@/lib/packages/propose-plan';
import type { FormChange, Goal } from './booking-form';
import { useDays } from './day-names';

const GOALS: readonly Goal[] = ['soonest', 'regular', 'same_provider'];

type PlanChoicesProps = {
  /** What each goal comes to, as far as it is known. */
  proposal: Proposal | null;
  value: Goal;
  make: (change: FormChange) => void;
};

/** The ways to plan, side by side, each with the one sentence that tells it from the others. */
export const PlanChoices = memo(function PlanChoices({ proposal, value, make }: PlanChoicesProps) {
  const t = useTranslations('booking');
  const name = useId();
  const say = useChoiceWords(proposal);
  return (
    <fieldset className="grid grid-cols-1 gap-2 @md:grid-cols-3">
      <legend className="sr-only">{t('goal')}</legend>
      {GOALS.map((goal) => (
        <label
          key={goal}
          className="flex min-h-touch cursor-pointer flex-col gap-0.5 rounded border border-edge bg-surface px-3 py-2 transition-colors hover:bg-ink/4 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent @md:min-h-22"
        >
          <span className="flex items-center gap-2 text-sm font-medium">
            <input
              type="radio"
              name={name}
              value={goal}
              checked={goal === value}
              onChange={() => make({ kind: 'set', fields: { goal } })}
              aria-describedby={`${name}-${goal}`}
              className="size-4 shrink-0 accent-accent outline-none"
            />
            {t(`goals.${goal}`)}
          </span>
          <span id={`${name}-${goal}`} className="text-xs text-soft">
            {say(goal)}
          </span>
        </label>
      ))}
    </fieldset>
  );
});

/** `Sun and Tue, 10:00, always Nora, done 14 Mar`; or that it comes to the same as another goal. */
function useChoiceWords(proposal: Proposal | null): (goal: Goal) => string {
  const t = useTranslations('booking');
  const format = useFormatter();
  const nameOf = useDays();

  const daysOf = ({ weekdays }: PlanChoice['summary']) =>
    weekdays.length > MOST_DAYS_NAMED
      ? t('choice.days', { count: weekdays.length })
      : format.list(weekdays.map((day) => nameOf(day).brief));

  function timesOf({ times }: PlanChoice['summary']): string {
    const [earliest = '', latest = earliest] = [times.toSorted()[0], times.toSorted().at(-1)];
    // Left to right also among Arabic words.
    return earliest === latest ? earliest : `\u2066${earliest}–${latest}\u2069`;
  }

  function providersIn({ isAlwaysSameProvider, providers }: PlanChoice['summary']): string {
    const [someone = ''] = providers;
    return isAlwaysSameProvider
      ? t('choice.always', { name: proposal?.providers[someone] ?? '' })
      : t('choice.providers', { count: providers.length });
  }

  // Where nobody else could come, the name tells the choices from each other no better.
  const isOneForAll = new Set(proposal?.choices.flatMap(({ summary }) => summary.providers)).size < 2;
  return (goal) => {
    const choice = proposal?.choices.find(({ goals }) => goals.includes(goal));
    if (!proposal || !choice) return t(`choice.about.${goal}`);
    const [first = goal] = choice.goals;
    if (first !== goal) return t('choice.sameAs', { goal: t(`goals.${first}`) });
    const { summary } = choice;
    if (summary.placed === 0 || summary.lastDate === null) return t('choice.nothing');
    return format.list(
      [
        daysOf(summary),
        timesOf(summary),
        ...(isOneForAll ? [] : [providersIn(summary)]),
        t('doneOn', {
          date: format.dateTime(new Date(`${summary.lastDate}T00:00Z`), {
            day: 'numeric',
            month: 'short',
            timeZone: 'UTC',
          }),
        }),
      ],
      { type: 'unit', style: 'short' },
    );
  };
}

/** More weekdays than this say "any day" better by their number. */
const MOST_DAYS_NAMED = 4;
