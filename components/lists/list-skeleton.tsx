import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';

const CHIPS = ['w-20', 'w-24', 'w-24', 'w-28', 'w-20'];
const ROWS = ['w-44', 'w-32', 'w-40', 'w-36', 'w-48', 'w-32', 'w-40', 'w-44', 'w-36', 'w-40', 'w-32', 'w-44'];

/** A list before it has come: rows on a desk, cards on a phone. */
export function ListSkeleton({ title }: { title: string }) {
  const common = useTranslations('common');
  return (
    <>
      <PageHeader
        title={title}
        lead={<Skeleton className="my-0.5 h-4 w-28" />}
        more={
          <>
            <Skeleton className="h-control w-24" />
            <Skeleton className="h-control w-40" />
          </>
        }
      />
      <div className="flex flex-col gap-3 pb-4">
        <div className="flex justify-between gap-2">
          <Skeleton className="h-control grow md:max-w-96" />
          <Skeleton className="h-control w-24 md:w-48" />
        </div>
        <div className="flex gap-2 max-md:hidden">
          {CHIPS.map((width, chip) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the chips never move
            <Skeleton key={chip} className={`h-8 rounded-full ${width}`} />
          ))}
        </div>
      </div>
      <output aria-label={common('loading')} className="block divide-y divide-hairline">
        <div className="h-9 max-md:hidden" />
        {ROWS.map((width, row) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: nor do the rows
            key={row}
            className="flex flex-wrap items-center gap-x-6 px-2 max-md:h-40 max-md:content-center max-md:gap-y-3 max-md:px-0 md:h-11 md:flex-nowrap"
          >
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="ms-auto h-4 w-24" />
            <Skeleton className="h-4 w-2/3 md:w-32" />
            <Skeleton className="h-4 w-1/2 md:w-20" />
          </div>
        ))}
      </output>
    </>
  );
}
