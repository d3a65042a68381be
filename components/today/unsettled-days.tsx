import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { DAY_MS } from '@/lib/time/instant';
import { addDays, epochDayOf } from '@/lib/time/local-date';
import type { ShownToday } from '@/lib/today/show-today';

/** Earlier days that were left with visits of which nobody has said what became of them. */
export function UnsettledDays({ shown, clinicId }: { shown: ShownToday; clinicId: string }) {
  const t = useTranslations('today');
  const format = useFormatter();
  const { unsettledDays, today, date } = shown;
  const others = unsettledDays.filter((day) => day.date !== date);
  if (others.length === 0) return null;
  const yesterday = addDays(today, -1);
  return (
    <nav aria-label={t('earlierDays')} className="flex flex-wrap gap-2 pb-4">
      {others.map((day) => (
        <Link
          key={day.date}
          href={`/today?date=${day.date}&clinic=${clinicId}`}
          prefetch={false}
          className="target inline-flex min-h-control items-center gap-2 rounded bg-warn-soft px-3 text-sm font-medium text-warn underline-offset-4 hover:underline"
        >
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {t('dayUnsettled', {
            day:
              day.date === yesterday
                ? t('yesterday')
                : format.dateTime(epochDayOf(day.date) * DAY_MS, 'day', { timeZone: 'UTC' }),
            count: day.count,
          })}
        </Link>
      ))}
    </nav>
  );
}
