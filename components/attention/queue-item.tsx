import type { Route } from 'next';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { ColourEdge } from '@/components/ui/colour-edge';
import type { AttentionItem } from '@/lib/attention/list-items';

type QueueItemProps = {
  item: AttentionItem;
  kind: 'unplaced' | 'ending';
  href: Route;
  isCurrent?: boolean;
};

/** One package of a queue: whose it is, and in a word why it waits. */
export function QueueItem({ item, kind, href, isCurrent = false }: QueueItemProps) {
  const t = useTranslations('attention');
  const format = useFormatter();
  const { patientName, service, unplaced, lastVisit, clinic } = item;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? 'true' : undefined}
      className={`relative flex min-h-14 flex-col items-start justify-center rounded-sm py-2 ps-3 pe-2 ${isCurrent ? 'bg-accent-soft' : 'hover:bg-ink/4'}`}
    >
      <ColourEdge colour={service.colour} className="my-2 rounded-full" />
      <bdi className="max-w-full truncate font-medium">{patientName}</bdi>
      <span className="max-w-full truncate text-sm text-soft">
        {kind === 'unplaced'
          ? t('unplaced', { count: unplaced })
          : lastVisit === null
            ? t('followed')
            : t('endsOn', { date: format.dateTime(lastVisit, 'day', { timeZone: clinic.timeZone }) })}
      </span>
    </Link>
  );
}
