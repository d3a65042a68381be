import { useTranslations } from 'next-intl';
import type { ProviderToday } from '@/lib/today/show-today';

type DayCountsProps = {
  providers: readonly ProviderToday[];
  /** Nobody comes on a day that is over. */
  isOver: boolean;
};

/** The day in one line: who is here, who is to come, what is done, what was forgotten. */
export function DayCounts({ providers, isOver }: DayCountsProps) {
  const t = useTranslations('today');
  if (providers.length === 0) return null;
  const coming = providers.flatMap((row) => row.coming);
  const here = coming.filter(({ status }) => status === 'ARRIVED').length;
  const settled = providers.flatMap((row) => row.settled);
  const done = settled.filter(({ status }) => status === 'COMPLETED').length;
  const missed = settled.length - done;
  const unsettled = providers.reduce((sum, row) => sum + row.unsettled.length, 0);
  const parts = [
    here > 0 ? t('here', { count: here }) : null,
    !isOver && (coming.length > here || here === 0) ? t('toCome', { count: coming.length - here }) : null,
    done > 0 ? t('doneCount', { count: done }) : null,
    missed > 0 ? t('missedCount', { count: missed }) : null,
  ];
  return (
    <span>
      {parts
        .filter((part) => part !== null)
        .map((part) => (
          <span key={part}>
            {' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
      {unsettled > 0 ? (
        <span>
          {' · '}
          <bdi className="font-medium text-warn">{t('unsettledCount', { count: unsettled })}</bdi>
        </span>
      ) : null}
    </span>
  );
}
