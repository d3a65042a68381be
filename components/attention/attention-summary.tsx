import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { attentionHref } from '@/lib/attention/input';
import type { AttentionSummary as Summary } from '@/lib/attention/summarise-attention';
import { QueueItem } from './queue-item';

/** The head of each queue, beside the day. */
export function AttentionSummary({ summary }: { summary: readonly Summary[] }) {
  const t = useTranslations('attention');
  const waiting = summary.filter(({ count }) => count > 0);
  return (
    <section aria-labelledby="needs-attention" className="flex flex-col gap-4">
      <h2 id="needs-attention" className="border-b border-hairline pb-2 text-base font-semibold">
        {t('title')}
      </h2>
      {waiting.length === 0 ? <p className="text-work text-soft">{t('nothing')}</p> : null}
      {waiting.map(({ kind, items, count }) => (
        <div key={kind}>
          <h3 className="flex min-h-touch items-center justify-between gap-3 text-sm font-medium text-soft">
            {t(`kind.${kind}`)}
            {count > items.length ? (
              <Link
                href={attentionHref({ kind, at: null, place: 1 })}
                className="inline-flex min-h-touch min-w-touch items-center justify-end rounded-sm text-accent underline-offset-4 hover:underline"
              >
                {t('showAll')}
              </Link>
            ) : null}
          </h3>
          <ul className="divide-y divide-hairline">
            {items.map((item, index) => (
              <li key={item.id}>
                <QueueItem
                  item={item}
                  kind={kind}
                  href={attentionHref({ kind, at: item.id, place: index + 1 })}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
