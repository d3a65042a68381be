import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { UnsettledClinic } from '@/lib/attention/list-unsettled';
import { DAY_MS } from '@/lib/time/instant';
import { epochDayOf } from '@/lib/time/local-date';

/** The days with forgotten outcomes; on each, every visit has its outcome one tap away. */
export function UnsettledList({ clinics }: { clinics: readonly UnsettledClinic[] }) {
  const t = useTranslations('attention');
  const format = useFormatter();
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      {clinics.map(({ clinic, days }) => (
        <section key={clinic.id} aria-labelledby={`clinic-${clinic.id}`}>
          <h2 id={`clinic-${clinic.id}`} className="border-b border-hairline pb-2 text-base font-semibold">
            <bdi>{clinic.name}</bdi>
          </h2>
          <ul className="divide-y divide-hairline">
            {days.map(({ date, count }) => (
              <li key={date}>
                <Link
                  href={`/today?${new URLSearchParams({ date, clinic: clinic.id })}`}
                  prefetch={false}
                  className="flex min-h-14 items-center gap-3 rounded-sm px-1 hover:bg-ink/4"
                >
                  <span className="grow font-medium">
                    {format.dateTime(epochDayOf(date) * DAY_MS, 'fullDay', { timeZone: 'UTC' })}
                  </span>
                  <span className="shrink-0 text-sm font-medium text-warn">
                    {t('withoutOutcome', { count })}
                  </span>
                  <ChevronRight aria-hidden className="size-4 shrink-0 text-faint rtl:-scale-x-100" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
