'use client';

import { CalendarClock, CalendarSearch, ChevronDown, Ellipsis, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { useRuns } from '@/messages/number-runs';
import { useDesk } from './package-desk';

type BandActionsProps = {
  numbers: readonly number[];
  /** What was never tried is not tried again. */
  isTried: boolean;
};

/** What can be done with sessions that have no place for the same reasons. */
export function BandActions({ numbers, isTried }: BandActionsProps) {
  const t = useTranslations('replan.actions');
  const runs = useRuns();
  const { pack, may, open } = useDesk();
  if (!may.change || pack.isCancelled) return null;
  const [first = 0] = numbers;
  const named = runs(numbers);
  // Places that are kept, and sessions that nobody gives yet, are seen to in the form.
  const isForForm = pack.unfinished !== null;
  if (isForForm && !may.cancel) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 pt-2" data-print="hide">
      {isForForm ? null : (
        <Button
          icon={
            isTried ? (
              <RotateCcw aria-hidden className="size-4" />
            ) : (
              <CalendarSearch aria-hidden className="size-4" />
            )
          }
          aria-label={t(isTried ? 'retryNamed' : 'firstNamed', { count: numbers.length, numbers: named })}
          onClick={() => open({ kind: 'replan', which: [...numbers] })}
        >
          {t(isTried ? 'retry' : 'first')}
        </Button>
      )}
      {isForForm ? null : (
        <Button
          icon={<CalendarClock aria-hidden className="size-4" />}
          aria-label={t('placeNamed', { number: first })}
          onClick={() => open({ kind: 'place', number: first })}
        >
          {t('place')}
        </Button>
      )}
      <Menu
        label={t(isForForm ? 'dropNamed' : 'moreFor', { count: numbers.length, numbers: named })}
        isIconOnly={!isForForm}
        className={isForForm ? '-ms-3 px-3' : ''}
        trigger={
          isForForm ? (
            <>
              {t('dropTitle')}
              <ChevronDown aria-hidden className="size-4 text-soft" />
            </>
          ) : (
            <Ellipsis aria-hidden className="size-4" />
          )
        }
        groups={[
          ...(numbers.length > 1 && !isForForm
            ? [
                {
                  id: 'place',
                  title: t('place'),
                  entries: numbers.map((number) => ({
                    id: `place-${number}`,
                    label: t('session', { number }),
                    onAction: () => open({ kind: 'place', number }),
                  })),
                },
              ]
            : []),
          ...(may.cancel
            ? [
                {
                  id: 'cancel',
                  title: t('dropTitle'),
                  entries: numbers.map((number) => ({
                    id: `cancel-${number}`,
                    label: t('drop', { number }),
                    isDestructive: true,
                    onAction: () => open({ kind: 'cancel_session', number }),
                  })),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

/** Owes a cancelled session again. */
export function BringBackButton({ number }: { number: number }) {
  const t = useTranslations('replan.actions');
  const { pack, may, open } = useDesk();
  if (!may.change || pack.isCancelled) return null;
  return (
    <Button
      variant="quiet"
      aria-label={t('bringBackNamed', { number })}
      onClick={() => open({ kind: 'bring_back', number })}
    >
      {t('bringBack')}
    </Button>
  );
}
