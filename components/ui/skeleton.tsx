const pulse = 'animate-pulse rounded-sm bg-ink/8';

/** One bar; give it the size of what will stand there. */
export function Skeleton({ className = 'h-4 w-32' }: { className?: string }) {
  return <div aria-hidden className={`${pulse} ${className}`} />;
}

const widths = ['w-2/5', 'w-1/3', 'w-1/2', 'w-3/8', 'w-5/12'];

/** A list before it has come: as many rows as usual, at their height. */
export function SkeletonRows({ label, rows = 8 }: { label: string; rows?: number }) {
  return (
    <output aria-label={label} className="block divide-y divide-hairline">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className="flex h-row items-center gap-6 px-2">
          <Skeleton className={`h-3 ${widths[row % widths.length]}`} />
          <Skeleton className="ms-auto h-3 w-20" />
          <Skeleton className="h-3 w-12" />
        </div>
      ))}
    </output>
  );
}
