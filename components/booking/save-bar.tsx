'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

export type PhoneStep = 'form' | 'plan';

type SaveBarProps = {
  primary: ReactNode;
  onPrimary: () => void;
  isPrimaryPending: boolean;
  secondary?: { label: string; onPress: () => void; isPending: boolean };
  /** The plan in one line, for screens where the plan itself is not beside the form. */
  summary: ReactNode;
  /** On a phone the line leads to the plan and back; none where there is no second step. */
  step?: { now: PhoneStep; goTo: (step: PhoneStep) => void };
  notice: ReactNode;
};

/** Always in sight at the bottom: what would be saved, and the buttons that save it. */
export function SaveBar({
  primary,
  onPrimary,
  isPrimaryPending,
  secondary,
  summary,
  step,
  notice,
}: SaveBarProps) {
  const isAnyPending = isPrimaryPending || (secondary?.isPending ?? false);
  return (
    <div
      data-print="hide"
      data-bottom-bar
      // It is in sight already: focus in it must not scroll the page to keep its distance from the edge.
      className="[&_a]:-scroll-mb-28 [&_button]:-scroll-mb-28 sticky bottom-[calc(57px+env(safe-area-inset-bottom))] z-10 -mx-4 flex flex-col gap-2 border-t border-hairline bg-paper px-4 py-3 md:bottom-0 md:-mx-6 md:px-6"
    >
      {notice}
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        <div className="min-w-0 grow max-md:-my-2 max-md:basis-full max-md:text-sm lg:hidden">
          {step ? <StepLine {...step}>{summary}</StepLine> : summary}
        </div>
        {secondary ? (
          <Button
            isPending={secondary.isPending}
            isDisabled={isAnyPending && !secondary.isPending}
            onClick={secondary.onPress}
          >
            {secondary.label}
          </Button>
        ) : null}
        <Button
          variant="primary"
          className="min-w-0 max-md:grow"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          isPending={isPrimaryPending}
          isDisabled={isAnyPending && !isPrimaryPending}
          onClick={onPrimary}
        >
          <span className="truncate">{primary}</span>
        </Button>
      </div>
    </div>
  );
}

function StepLine({
  now,
  goTo,
  children,
}: {
  now: PhoneStep;
  goTo: (step: PhoneStep) => void;
  children: ReactNode;
}) {
  const t = useTranslations('booking');
  return (
    <>
      <button
        type="button"
        onClick={() => goTo(now === 'form' ? 'plan' : 'form')}
        className="flex min-h-touch w-full items-center gap-2 rounded text-start md:hidden"
      >
        <span className="min-w-0 grow">{children}</span>
        <span className="shrink-0 font-medium text-accent">
          {t(now === 'form' ? 'seePlan' : 'backToForm')}
        </span>
        {now === 'form' ? (
          <ChevronRight aria-hidden className="size-4 shrink-0 text-accent rtl:-scale-x-100" />
        ) : null}
      </button>
      <div className="max-md:hidden">{children}</div>
    </>
  );
}
