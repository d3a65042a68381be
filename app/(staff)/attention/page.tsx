import { CircleCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { AttentionSkeleton } from '@/components/attention/attention-skeleton';
import { AttentionViews } from '@/components/attention/attention-views';
import { UnsettledList } from '@/components/attention/unsettled-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { MOST_IN_QUEUE } from '@/db/reads/attention';
import { attentionQuery } from '@/lib/attention/input';
import { showAttention } from '@/lib/attention/show-attention';
import { AttentionWork } from './attention-work';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attention'))('title') };
}

type AttentionPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AttentionPage({ searchParams }: AttentionPageProps) {
  const { scope, account } = await pageAccount('package.read');
  const query = attentionQuery.parse(await searchParams);
  const { kind } = query;
  const [t, shown] = await Promise.all([getTranslations('attention'), showAttention(scope, query)]);
  const item = shown.index === null ? undefined : shown.items[shown.index];
  return (
    <>
      <PageHeader title={t('title')} lead={t(`lead.${kind}`)} />
      <AttentionViews current={kind} counts={shown.counts} most={MOST_IN_QUEUE} />
      <div className="pt-6">
        {kind === 'unsettled' && shown.unsettled.length > 0 ? (
          <UnsettledList clinics={shown.unsettled} />
        ) : kind !== 'unsettled' && item ? (
          <Suspense key={item.id} fallback={<AttentionSkeleton />}>
            <AttentionWork scope={scope} role={account.role} kind={kind} shown={shown} />
          </Suspense>
        ) : (
          <EmptyState icon={<CircleCheck aria-hidden />} title={t(`allGood.${kind}`)}>
            {t(`allGoodBody.${kind}`)}
          </EmptyState>
        )}
      </div>
    </>
  );
}
