import { CalendarDays } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { DAY_MS } from '@/lib/time/instant';
import { epochDayOf, type LocalDate } from '@/lib/time/local-date';
import type { ShownToday } from '@/lib/today/show-today';

type NobodyBookedProps = {
  shown: ShownToday;
  /** The day is that of the provider who looks, so leave is theirs. */
  isOneself: boolean;
  /** The address of a day in the calendar. */
  hrefOf: (date: LocalDate) => `/calendar?${string}` | '/calendar';
};

/** Why a day has no visits, closed, on leave, or nobody has booked, and when the next ones are. */
export function NobodyBooked({ shown, isOneself, hrefOf }: NobodyBookedProps) {
  const t = useTranslations('today');
  const { closure, away, date, today, nextDate } = shown;
  const next =
    nextDate === null || date !== today ? null : <NextDay date={nextDate} href={hrefOf(nextDate)} />;
  if (closure !== null) {
    return (
      <EmptyState title={t('closed', { label: closure })} action={next}>
        {t('closedBody')}
      </EmptyState>
    );
  }
  const [leave] = away;
  if (isOneself && leave) {
    return (
      <EmptyState title={t('onLeave')} action={next}>
        {leave.label}
      </EmptyState>
    );
  }
  if (date !== today) return <EmptyState title={t('nobodyThen')} />;
  return (
    <EmptyState title={t('nobodyTitle')} action={next}>
      {t('nobodyBody')}
    </EmptyState>
  );
}

function NextDay({ date, href }: { date: LocalDate; href: ReturnType<NobodyBookedProps['hrefOf']> }) {
  const t = useTranslations('today');
  const format = useFormatter();
  const day = format.dateTime(epochDayOf(date) * DAY_MS, 'fullDay', { timeZone: 'UTC' });
  return (
    <ButtonLink href={href} prefetch={false} icon={<CalendarDays aria-hidden className="size-4" />}>
      {t('nextVisits', { day })}
    </ButtonLink>
  );
}
