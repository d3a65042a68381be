'use client';

import { ErrorMessage } from '@/components/shell/error-message';
import { useRetry } from '@/components/shell/use-retry';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Inside the shell, so that the way to everything else stays open. */
export default function StaffErrorPage({ error, reset }: ErrorPageProps) {
  const retry = useRetry(reset);
  return <ErrorMessage reference={error.digest} retry={retry} />;
}
