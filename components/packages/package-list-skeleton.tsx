import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export function PackageListSkeleton() {
  const t = useTranslations('packages');
  const common = useTranslations('common');
  return (
    <>
      <PageHeader title={t('title')} lead={<Skeleton className="my-0.5 h-4 w-28" />} />
      <div className="flex gap-3 pb-4">
        <Skeleton className="h-control w-full md:w-80" />
        <Skeleton className="h-control w-80 max-md:hidden" />
      </div>
      <SkeletonRows label={common('loading')} rows={12} />
    </>
  );
}
