import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

const QUEUE = ['w-28', 'w-36', 'w-32', 'w-40', 'w-28', 'w-36'];

/** One package of a queue before it has come. */
export function AttentionSkeleton() {
  const t = useTranslations('attention');
  return (
    <output aria-label={t('loading')} className="grid gap-x-10 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="divide-y divide-hairline max-lg:hidden">
        {QUEUE.map((width, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the queue never moves
          <div key={place} className="flex h-14 flex-col justify-center gap-2 ps-3">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-3 w-40" />
          </div>
        ))}
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <div className="flex flex-col gap-1">
          <Skeleton className="my-1 h-5 w-48" />
          <Skeleton className="my-0.5 h-4 w-72 max-w-full" />
        </div>
        <Skeleton className="h-60 w-full rounded" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-16 w-full" />
      </div>
    </output>
  );
}
