import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ATTENTION_VIEWS, type AttentionView, attentionHref } from '@/lib/attention/input';

type AttentionViewsProps = { current: AttentionView; counts: Record<AttentionView, number>; most: number };

/** The queues, with how many wait in each. */
export function AttentionViews({ current, counts, most }: AttentionViewsProps) {
  const t = useTranslations('attention');
  return (
    <nav
      aria-label={t('kinds')}
      className="-mx-1 overflow-x-auto border-b border-hairline px-1 [scrollbar-width:none]"
    >
      <ul className="flex gap-6">
        {ATTENTION_VIEWS.map((kind) => (
          <li key={kind} className="shrink-0">
            <Link
              href={attentionHref({ kind, at: null, place: 1 })}
              aria-current={kind === current ? 'page' : undefined}
              className={`flex min-h-touch items-center gap-2 border-b-2 text-work font-medium transition-colors focus-visible:-outline-offset-2 ${
                kind === current ? 'border-accent text-accent' : 'border-transparent text-soft hover:text-ink'
              }`}
            >
              {t(`kind.${kind}`)}
              <Badge tone={counts[kind] > 0 ? 'warn' : 'neutral'}>
                {counts[kind] > most ? `${most}+` : counts[kind]}
              </Badge>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
