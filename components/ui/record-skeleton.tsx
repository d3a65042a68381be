import { Skeleton } from './skeleton';

const LINES = ['w-2/5', 'w-1/2', 'w-1/3', 'w-2/5', 'w-5/12', 'w-1/3'];
const FACTS = ['w-32', 'w-40', 'w-28', 'w-36', 'w-24', 'w-40'];

/** The page of one record before it has come: who it is about, what belongs to it, its facts beside that. */
export function RecordSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="block">
      <div className="flex flex-wrap items-start justify-between gap-4 pb-4 md:min-h-16">
        <div className="flex flex-col gap-1">
          <Skeleton className="my-1 h-5 w-56" />
          <Skeleton className="my-0.5 h-4 w-72 max-w-full" />
        </div>
        <Skeleton className="h-control w-40" />
      </div>
      <div className="grid gap-x-12 gap-y-8 pt-2 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="divide-y divide-hairline">
          {LINES.map((width, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
            <div key={line} className="flex h-row items-center gap-6">
              <Skeleton className={`h-3 ${width}`} />
              <Skeleton className="ms-auto h-3 w-20" />
            </div>
          ))}
        </div>
        <div className="flex flex-col gap-4">
          <Skeleton className="h-5 w-28" />
          {FACTS.map((width, fact) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor do the facts
            <Skeleton key={fact} className={`h-4 ${width}`} />
          ))}
        </div>
      </div>
    </output>
  );
}
