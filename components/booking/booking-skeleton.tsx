import { Skeleton } from '@/components/ui/skeleton';

const FIELDS = ['w-14', 'w-16', 'w-20', 'w-12', 'w-16'];

/** The form of a booking before it has come, with the place of its plan. */
export function BookingSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="block">
      <div className="flex items-center justify-between gap-6 pb-5">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-control w-56 max-w-1/2" />
      </div>
      <div className="grid gap-8 lg:grid-cols-[376px_minmax(0,1fr)] xl:grid-cols-[440px_minmax(0,1fr)] xl:gap-10">
        <div className="flex flex-col gap-5">
          {FIELDS.map((width, field) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields never move
            <div key={field} className="flex flex-col gap-1.5">
              <Skeleton className={`h-4 ${width}`} />
              <Skeleton className="h-control w-full" />
            </div>
          ))}
        </div>
        <div className="flex flex-col gap-4 max-lg:hidden">
          <Skeleton className="h-5 w-16" />
          <Skeleton className="h-24 w-full" />
        </div>
      </div>
    </output>
  );
}
