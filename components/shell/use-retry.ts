import { useRouter } from 'next/navigation';
import { startTransition } from 'react';

/** Tries a failed page again: what the server sent is asked for anew, or the same failure would be shown again. */
export function useRetry(reset: () => void): () => void {
  const router = useRouter();
  return () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
}
