'use client';

import { useTranslations } from 'next-intl';
import type { Proposal } from '@/lib/packages/propose-plan';
import type { BookingForm, FormChange } from './booking-form';
import { PlanMonths } from './plan-months';
import { PlanRows } from './plan-rows';
import { PlanUnplaced } from './plan-unplaced';

type PlanListProps = {
  form: BookingForm;
  make: (change: FormChange) => void;
  proposal: Proposal;
  changed: ReadonlySet<number>;
  weekStart: number;
  /** Chooses by hand where a session stands. */
  onPlace: (number: number) => void;
};

/** The plan itself: its months from afar, what has no place, and every session that has one. */
export function PlanList({ form, make, proposal, changed, weekStart, onPlace }: PlanListProps) {
  const t = useTranslations('booking');
  return (
    <section
      aria-label={t('planTable')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
      tabIndex={0} // oxlint-disable-line jsx-a11y/no-noninteractive-tabindex
      className="flex min-h-0 grow flex-col gap-4 border-t border-hairline pt-3 lg:overflow-y-auto @xl:flex-row"
    >
      <PlanMonths
        {...{ proposal, weekStart, changed }}
        className="relative flex shrink-0 gap-4 overflow-x-auto p-1 @xl:sticky @xl:top-0 @xl:max-h-full @xl:flex-col @xl:gap-4 @xl:overflow-y-auto @xl:pe-2"
      />
      <div className="flex min-w-0 grow flex-col gap-3">
        <PlanUnplaced {...{ proposal, weekStart, form, make, onPlace }} />
        <PlanRows pinned={form.pinned} {...{ proposal, changed, make, onPlace }} />
      </div>
    </section>
  );
}
