import { useFormatter, useTranslations } from 'next-intl';
import { ProgressSegments } from '@/components/ui/progress-segments';
import { progressOf, type SessionCounts } from '@/lib/rules/package-progress';
import { barSegments } from './bar-segments';
import { StateCounts } from './state-counts';

/** A package's progress in one table cell: how far, and what stands where. */
export function ProgressCell({ counts }: { counts: SessionCounts }) {
  const t = useTranslations('packages.progress');
  const format = useFormatter();
  const { owed, percent } = progressOf(counts);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center gap-2">
        <ProgressSegments
          label={t('ofOwed', { completed: counts.COMPLETED, owed })}
          segments={barSegments(counts)}
          className="w-32 shrink-0"
        />
        {owed === 0 ? null : (
          <span className="w-10 text-end text-sm">{format.number(percent / 100, 'percent')}</span>
        )}
      </div>
      <StateCounts counts={counts} only={['COMPLETED', 'SCHEDULED', 'PENDING', 'FAILED']} isBrief />
    </div>
  );
}
