import { useTranslations } from 'next-intl';
import { attentionHref } from '@/lib/attention/input';
import type { AttentionItem } from '@/lib/attention/list-items';
import { QueueItem } from './queue-item';

type AttentionQueueProps = {
  items: readonly AttentionItem[];
  kind: 'unplaced' | 'ending';
  index: number;
};

/** All that waits, as a list beside the one that is looked at; on a phone one goes on by button instead. */
export function AttentionQueue({ items, kind, index }: AttentionQueueProps) {
  const t = useTranslations('attention');
  return (
    <nav
      aria-label={t('queue')}
      className="overflow-y-auto max-lg:hidden lg:sticky lg:top-20 lg:max-h-[calc(100dvh-8rem)]"
    >
      <ol className="divide-y divide-hairline">
        {items.map((item, at) => (
          <li key={item.id}>
            <QueueItem
              item={item}
              kind={kind}
              href={attentionHref({ kind, at: item.id, place: at + 1 })}
              isCurrent={at === index}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}
