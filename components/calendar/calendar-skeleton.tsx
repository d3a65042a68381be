import { useTranslations } from 'next-intl';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';
import type { CalendarQuery } from '@/lib/calendar/input';

const columns = [
  ['h-14', 'h-20', 'h-14', 'h-14'],
  ['h-20', 'h-14', 'h-20'],
  ['h-14', 'h-14', 'h-20', 'h-14'],
  ['h-20', 'h-20'],
  ['h-14', 'h-20', 'h-14'],
  ['h-20', 'h-14', 'h-14', 'h-14'],
];

/** The board before it has come: heads, hours, cards; a list on a phone. */
export function CalendarSkeleton({ view }: { view: CalendarQuery['view'] }) {
  const t = useTranslations('calendar');
  if (view === 'month') return <MonthSkeleton />;
  return (
    <>
      <div className="md:hidden">
        <SkeletonRows label={t('loading')} rows={7} />
      </div>
      <output
        aria-label={t('loading')}
        className="grid h-[calc(100dvh-13.5rem)] min-h-96 grid-cols-[3.5rem_repeat(6,minmax(0,1fr))] overflow-hidden rounded border border-hairline max-md:hidden md:-mb-10"
      >
        <div />
        {columns.map((cards, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
          <div key={column} className="flex flex-col gap-3 border-s border-hairline p-2">
            <Skeleton className="mb-4 h-4 w-2/3" />
            {cards.map((height, card) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor do the cards
              <Skeleton key={card} className={`w-full ${height}`} />
            ))}
          </div>
        ))}
      </output>
    </>
  );
}

function MonthSkeleton() {
  const t = useTranslations('calendar');
  return (
    <output
      aria-label={t('loading')}
      className="grid grid-cols-7 overflow-hidden rounded border border-hairline"
    >
      {Array.from({ length: 35 }, (_, day) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: days never move
        <div key={day} className="h-28 border-s border-t border-hairline p-2 max-md:h-20">
          <Skeleton className="h-4 w-6" />
        </div>
      ))}
    </output>
  );
}
