import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** A list before it has come. */
export function ListSkeleton({ title }: { title: string }) {
  const common = useTranslations('common');
  return (
    <>
      <PageHeader title={title} lead={<Skeleton className="my-0.5 h-4 w-28" />} />
      <div className="flex flex-col gap-3 pb-4">
        <Skeleton className="h-control w-full md:w-96" />
        <div className="flex gap-2 max-md:hidden">
          <Skeleton className="h-8 w-24 rounded-full" />
          <Skeleton className="h-8 w-28 rounded-full" />
          <Skeleton className="h-8 w-24 rounded-full" />
        </div>
      </div>
      <SkeletonRows label={common('loading')} rows={12} />
    </>
  );
}
