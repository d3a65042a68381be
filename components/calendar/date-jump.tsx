'use client';

import { CalendarDays } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { Popover } from '@/components/ui/popover';
import { Skeleton } from '@/components/ui/skeleton';
import type { MonthJumpProps } from './month-jump';

const MonthJump = lazy(() => import('./month-jump'));

/** Opens a month to jump to any day. */
export function DateJump({ onChoose, ...month }: MonthJumpProps) {
  const t = useTranslations('calendar');
  return (
    <Popover
      label={t('chooseDate')}
      trigger={<CalendarDays aria-hidden className="size-4" />}
      variant="secondary"
      isIconOnly
      placement="bottom end"
    >
      {(close) => (
        <Suspense fallback={<Skeleton className="h-80 w-70" />}>
          <MonthJump
            {...month}
            onChoose={(date) => {
              close();
              onChoose(date);
            }}
          />
        </Suspense>
      )}
    </Popover>
  );
}
