'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Proposal } from '@/lib/packages/propose-plan';
import type { RelaxationChange } from '@/lib/scheduling/plan';
import type { BookingForm, FormChange } from './booking-form';
import { useDays } from './day-names';
import { relaxing } from './relax-form';

/** More would be a list to study; these are the ones that gain most for least. */
const MOST_OFFERED = 5;

type PlanRelaxationsProps = { form: BookingForm; make: (change: FormChange) => void; proposal: Proposal };

/** What would give more sessions a place, each tried already, one press away. */
export function PlanRelaxations({ form, make, proposal }: PlanRelaxationsProps) {
  const t = useTranslations('booking');
  const say = useRelaxationWords(proposal.providers);
  const offered = proposal.relaxations.slice(0, MOST_OFFERED);
  if (offered.length === 0) return <p className="text-sm">{t('relaxations.none')}</p>;
  return (
    <section aria-label={t('relaxations.title')} className="flex flex-col gap-2">
      <h4 className="text-sm font-medium">{t('relaxations.title')}</h4>
      <ul className="flex flex-wrap gap-2">
        {offered.map(({ change, placed }) => (
          <li key={JSON.stringify(change)}>
            <Button
              icon={<Plus aria-hidden className="size-4" />}
              onClick={() => make(relaxing(form, proposal, change))}
            >
              {t('relaxations.gain', { what: say(change), count: placed })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A relaxation in words: `Thursdays too`, `6 days longer`. */
function useRelaxationWords(providers: Proposal['providers']): (change: RelaxationChange) => string {
  const t = useTranslations('booking.relaxations');
  const nameOf = useDays();
  return (change) => {
    if ('addDay' in change) return t('addDay', { day: nameOf(change.addDay).long });
    if ('extendDays' in change) return t('extendDays', { count: change.extendDays });
    if ('addProvider' in change) return t('addProvider', { name: providers[change.addProvider] ?? '' });
    if ('dayHours' in change) return t('dayHours', change.dayHours);
    if ('minGapDays' in change) return t('minGapDays', { count: change.minGapDays });
    return change.maxPerWeek === null ? t('anyPerWeek') : t('maxPerWeek', { count: change.maxPerWeek });
  };
}
