import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';

/** Where a list goes when another choice is made; the old rows stay until the new ones are there. */
export function useListAddress() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return {
    isPending,
    show: (href: Route) => startTransition(() => router.push(href, { scroll: false })),
    /** For search: each letter is not a place to go back to. */
    follow: (href: Route) => startTransition(() => router.replace(href, { scroll: false })),
  };
}
