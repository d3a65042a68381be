'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StateGlyph } from '@/components/ui/state-glyph';
import type { Proposal } from '@/lib/packages/propose-plan';
import { useRuns } from '@/messages/number-runs';
import type { BookingForm, FormChange } from './booking-form';
import { PlanRelaxations } from './plan-relaxations';
import { groupUnplaced } from './plan-view';
import { useReasonWords } from './reason-words';

type PlanUnplacedProps = {
  proposal: Proposal;
  weekStart: number;
  form: BookingForm;
  make: (change: FormChange) => void;
  onPlace: (number: number) => void;
};

/** The sessions without a place, each group of them with its reasons. */
export function PlanUnplaced({ proposal, weekStart, form, make, onPlace }: PlanUnplacedProps) {
  const t = useTranslations('booking');
  const runs = useRuns();
  const { unplaced, providers } = proposal;
  const say = useReasonWords({ providers, preferredDays: form.preferredDays, weekStart });
  if (unplaced.length === 0) return null;
  return (
    <section aria-label={t('withoutPlace', { count: unplaced.length })} className="rounded bg-warn-soft p-3">
      <h3 className="flex items-center gap-2 text-work font-semibold text-warn">
        <StateGlyph state="FAILED" />
        {t('withoutPlace', { count: unplaced.length })}
      </h3>
      <ul className="mt-1 flex flex-col gap-2 ps-6">
        {groupUnplaced(unplaced).map(({ numbers, reasons }) => (
          <li key={numbers[0]}>
            <p className="font-medium">
              {t('sessionsNamed', { count: numbers.length, numbers: runs(numbers) })}
            </p>
            <ul className="list-disc ps-4 text-sm marker:text-warn-mark">
              {reasons.map((reason) => (
                <li key={`${reason.code} ${reason.provider ?? ''}`}>{say(reason)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-col gap-3 ps-6">
        <PlanRelaxations {...{ form, make, proposal }} />
        {unplaced[0] ? (
          <Button className="self-start" onClick={() => onPlace(unplaced[0]?.number ?? 0)}>
            {t('place.byHand', { number: unplaced[0].number })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
