import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

const PROVIDERS = [3, 2, 3];
const WAITING = ['w-28', 'w-36', 'w-32', 'w-28', 'w-36'];

/** Today before it has come, in its shape: the day, its providers with their visits, what waits beside them. */
export function TodaySkeleton() {
  const t = useTranslations('today');
  return (
    <output aria-label={t('loading')} className="block">
      <div className="flex flex-col gap-1 pb-4 md:min-h-16">
        <Skeleton className="my-1 h-5 w-56" />
        <Skeleton className="my-0.5 h-4 w-72 max-w-full" />
      </div>
      <div className="grid gap-x-10 gap-y-10 pt-2 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid items-start gap-x-10 gap-y-8 min-[100rem]:grid-cols-2">
          {PROVIDERS.map((visits, provider) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the providers never move
            <div key={provider} className="divide-y divide-hairline">
              <div className="flex h-8 items-start justify-between">
                <Skeleton className="h-5 w-40" />
                <Skeleton className="h-4 w-20" />
              </div>
              {Array.from({ length: visits }, (_, visit) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do their visits
                <VisitSkeleton key={visit} />
              ))}
            </div>
          ))}
        </div>
        <div className="flex flex-col gap-6">
          <Skeleton className="h-5 w-32" />
          {WAITING.map((width, waiting) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor does what waits
            <div key={waiting} className="flex flex-col gap-2">
              <Skeleton className={`h-4 ${width}`} />
              <Skeleton className="h-3 w-40" />
            </div>
          ))}
        </div>
      </div>
    </output>
  );
}

const VisitSkeleton = () => (
  <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 ps-3">
    <Skeleton className="h-10 w-11" />
    <div className="flex grow flex-col gap-2">
      <Skeleton className="h-4 w-36" />
      <Skeleton className="h-3 w-28" />
    </div>
    <div className="flex gap-3 max-sm:basis-full max-sm:ps-14">
      <Skeleton className="h-control w-24 max-sm:grow" />
      <Skeleton className="h-control w-32" />
    </div>
  </div>
);
