import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { AttentionSkeleton } from '@/components/attention/attention-skeleton';
import { BookingSkeleton } from '@/components/booking/booking-skeleton';
import { CalendarSkeleton } from '@/components/calendar/calendar-skeleton';
import { ListSkeleton } from '@/components/lists/list-skeleton';
import type { Outline } from '@/components/shell/page-content';
import { TodaySkeleton } from '@/components/today/today-skeleton';
import { PageHeader } from '@/components/ui/page-header';
import { RecordSkeleton } from '@/components/ui/record-skeleton';

/** What stands on the screen while a page of the staff is slow to answer, each in the shape of what comes. */
export function useOutlines(): readonly Outline[] {
  const t = useTranslations('shell');
  const attention = useTranslations('attention');
  const common = useTranslations('common');
  return useMemo(
    () => [
      { of: /^\/today$/, skeleton: <TodaySkeleton /> },
      { of: /^\/calendar$/, skeleton: below(t('calendar'), <CalendarSkeleton view="day" />) },
      { of: /^\/appointments$/, skeleton: <ListSkeleton title={t('appointments')} /> },
      { of: /^\/packages$/, skeleton: <ListSkeleton title={t('packages')} /> },
      { of: /^\/patients$/, skeleton: <ListSkeleton title={t('patients')} /> },
      { of: /^\/attention$/, skeleton: below(attention('title'), <AttentionSkeleton />) },
      {
        of: /^\/(appointments|packages|patients)\/[^/]+$/,
        skeleton: <RecordSkeleton label={common('loading')} />,
      },
      {
        of: /^\/(bookings\/new|packages\/[^/]+\/edit)$/,
        skeleton: <BookingSkeleton label={common('loading')} />,
      },
    ],
    [t, attention, common],
  );
}

const below = (title: string, skeleton: ReactNode): ReactNode => (
  <>
    <PageHeader title={title} />
    {skeleton}
  </>
);
