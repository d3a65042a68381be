import { Info } from 'lucide-react';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';

/** The package is nearly over and nothing follows: someone should ask the family whether it goes on. */
export function SuccessorHint({ packageId }: { packageId: string }) {
  const t = useTranslations('replan.successor');
  return (
    <div
      role="note"
      data-print="hide"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded bg-accent-soft px-4 py-2"
    >
      <Info aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 grow basis-60">{t('title')}</p>
      <ButtonLink href={`/bookings/new?kind=package&copy=${packageId}` as Route}>{t('copy')}</ButtonLink>
    </div>
  );
}
