import { ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DeskVisit, ProviderToday } from '@/lib/today/show-today';
import { VisitRow } from './visit-row';

type ProviderDayProps = {
  row: ProviderToday;
  now: number;
  timeZone: string;
  /** On a day that is over there is no line between past and coming. */
  hasNowLine: boolean;
  renderActions: (visit: DeskVisit) => ReactNode;
};

/** The day of one provider: what is done is folded away, what waits for an outcome stands above the present. */
export function ProviderDay({ row, now, timeZone, hasNowLine, renderActions }: ProviderDayProps) {
  const t = useTranslations('today');
  const { provider, settled, unsettled, coming } = row;
  const heading = `provider-${provider.id}`;
  const all = settled.length + unsettled.length + coming.length;
  const done = settled.filter(({ status }) => status === 'COMPLETED').length;
  const next = coming.find(({ status, start }) => status === 'SCHEDULED' && start > now);
  const line = (visit: DeskVisit, look: 'plain' | 'next' | 'overdue') => (
    <VisitRow key={visit.id} visit={visit} now={now} look={look} actions={renderActions(visit)} />
  );
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2
        id={heading}
        className="flex items-baseline justify-between gap-3 border-b border-hairline pb-2 text-base font-semibold"
      >
        <bdi className="truncate">{provider.name}</bdi>
        <span className="shrink-0 text-sm font-normal text-soft">{t('done', { done, all })}</span>
      </h2>
      {settled.length > 0 ? (
        <details open={!hasNowLine} className="group/settled border-b border-hairline">
          <summary className="flex min-h-touch list-none items-center gap-2 rounded-sm text-sm text-soft hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden
              className="size-4 transition-transform group-open/settled:rotate-90 rtl:-scale-x-100 rtl:group-open/settled:-rotate-90"
            />
            {t('settled', { count: settled.length })}
          </summary>
          <ul className="divide-y divide-hairline">{settled.map((visit) => line(visit, 'plain'))}</ul>
        </details>
      ) : null}
      {unsettled.length > 0 ? (
        <ul aria-label={t('overdue')} className="divide-y divide-warn-mark/20">
          {unsettled.map((visit) => line(visit, 'overdue'))}
        </ul>
      ) : null}
      {hasNowLine ? <NowLine now={now} timeZone={timeZone} /> : null}
      {coming.length > 0 ? (
        <ul aria-label={t('visitsOf', { name: provider.name })} className="divide-y divide-hairline">
          {coming.map((visit) => line(visit, visit === next ? 'next' : 'plain'))}
        </ul>
      ) : hasNowLine ? (
        <p className="py-3 text-work text-soft">{t('allDone')}</p>
      ) : null}
    </section>
  );
}

/** Between what is over and what is to come. */
function NowLine({ now, timeZone }: { now: number; timeZone: string }) {
  const t = useTranslations('today');
  const format = useFormatter();
  const time = format.dateTime(now, 'time', { timeZone });
  return (
    <div className="relative h-0">
      <div aria-hidden className="absolute inset-x-0 -top-px h-0.5 bg-accent" />
      <span className="sr-only">{t('now', { time })}</span>
      <span
        aria-hidden
        className="absolute end-0 -top-2 rounded-full bg-accent px-1.5 text-xs leading-4 font-medium text-accent-on"
      >
        <span className="ltr">{time}</span>
      </span>
    </div>
  );
}
