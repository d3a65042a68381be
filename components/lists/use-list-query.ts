import { useRouter } from 'next/navigation';
import { useEffect, useOptimistic, useRef, useTransition } from 'react';
import type { ListAddress, ListAddresses } from '@/lib/lists/address';

/**
 * Search, filters and order as they were chosen, and where the list goes when another choice is made. What was
 * chosen is shown at once, and the next choice builds on it, while the old rows stay until the new ones are
 * there.
 */
export function useListQuery<Q extends ListAddress>(addresses: ListAddresses<Q>, query: Q) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [chosen, setChosen] = useOptimistic(query);
  // A search that waits for the next key was begun before the latest choice was made.
  const latest = useRef(chosen);
  useEffect(() => {
    latest.current = chosen;
  }, [chosen]);

  function go(next: Q, way: 'push' | 'replace') {
    latest.current = next;
    startTransition(() => {
      setChosen(next);
      router[way](addresses.href(next), { scroll: false });
    });
  }

  const filterCount = addresses.countFilters(chosen);
  return {
    chosen,
    choose: (change: Partial<Q>) => go(addresses.choosing(latest.current, change), 'push'),
    bar: {
      text: chosen.q,
      filterCount,
      isFiltered: filterCount > 0 || chosen.q !== '',
      isPending,
      // Each letter is not a place to go back to.
      onSearch: (q: string) => go({ ...addresses.choosing(latest.current, {}), q }, 'replace'),
      onClear: () => go(addresses.withoutFilters(latest.current), 'push'),
    },
  };
}
