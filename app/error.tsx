'use client';

import { ErrorMessage } from '@/components/shell/error-message';
import { useRetry } from '@/components/shell/use-retry';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const retry = useRetry(reset);
  return (
    <main>
      <ErrorMessage reference={error.digest} retry={retry} />
    </main>
  );
}
