'use client';

import { ErrorMessage } from '@/components/shell/error-message';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main>
      <ErrorMessage reference={error.digest} retry={reset} />
    </main>
  );
}
