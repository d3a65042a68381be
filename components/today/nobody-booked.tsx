import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import type { ShownToday } from '@/lib/today/show-today';

type NobodyBookedProps = {
  shown: ShownToday;
  /** The day is that of the provider who looks, so leave is theirs. */
  isOneself: boolean;
};

/** Why a day has no visits: closed, on leave, or nobody has booked. */
export function NobodyBooked({ shown: { closure, away, date, today }, isOneself }: NobodyBookedProps) {
  const t = useTranslations('today');
  if (closure !== null) {
    return <EmptyState title={t('closed', { label: closure })}>{t('closedBody')}</EmptyState>;
  }
  const [leave] = away;
  if (isOneself && leave) return <EmptyState title={t('onLeave')}>{leave.label}</EmptyState>;
  if (date !== today) return <EmptyState title={t('nobodyThen')} />;
  return <EmptyState title={t('nobodyTitle')}>{t('nobodyBody')}</EmptyState>;
}
