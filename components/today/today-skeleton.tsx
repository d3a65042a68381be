import { useTranslations } from 'next-intl';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** Today before it has come, in its shape. */
export function TodaySkeleton() {
  const t = useTranslations('today');
  return (
    <div className="grid gap-x-10 gap-y-8 pt-2 xl:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="grid gap-x-10 gap-y-8 min-[100rem]:grid-cols-2">
        <SkeletonRows label={t('loading')} rows={8} />
      </div>
      <div className="flex flex-col gap-3">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-4/5" />
      </div>
    </div>
  );
}
