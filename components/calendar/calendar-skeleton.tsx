import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import type { CalendarQuery } from '@/lib/calendar/input';

const columns = [
  ['h-14', 'h-20', 'h-14', 'h-14'],
  ['h-20', 'h-14', 'h-20'],
  ['h-14', 'h-14', 'h-20', 'h-14'],
  ['h-20', 'h-20'],
  ['h-14', 'h-20', 'h-14'],
  ['h-20', 'h-14', 'h-14', 'h-14'],
];

const AGENDA = ['w-36', 'w-28', 'w-40', 'w-32', 'w-36', 'w-28', 'w-40'];

/** The board before it has come: heads, hours, cards; a list on a phone. */
export function CalendarSkeleton({ view }: { view: CalendarQuery['view'] }) {
  const t = useTranslations('calendar');
  if (view === 'month') return <MonthSkeleton />;
  return (
    <>
      <output aria-label={t('loading')} className="block divide-y divide-hairline md:hidden">
        <Skeleton className="mb-3 h-14 w-full" />
        {AGENDA.map((width, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
          <div key={row} className="flex h-16 items-center gap-3 ps-3">
            <Skeleton className="h-10 w-12" />
            <div className="flex grow flex-col gap-2">
              <Skeleton className={`h-4 ${width}`} />
              <Skeleton className="h-3 w-2/3" />
            </div>
          </div>
        ))}
      </output>
      <output
        aria-label={t('loading')}
        className="grid h-dvh min-h-96 grid-cols-[3.5rem_repeat(6,minmax(0,1fr))] overflow-hidden rounded border border-hairline max-md:hidden"
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
