import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  const common = useTranslations('common');
  return (
    <>
      <PageHeader
        title={<Skeleton className="my-1 h-5 w-56" />}
        lead={<Skeleton className="my-0.5 h-4 w-72" />}
      />
      <div className="grid gap-x-12 gap-y-8 pt-2 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex flex-col gap-4">
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-7 w-80" />
          <Skeleton className="h-16 w-full" />
          <SkeletonRows label={common('loading')} rows={10} />
        </div>
        <SkeletonRows label={common('loading')} />
      </div>
    </>
  );
}
