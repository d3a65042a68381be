'use client';

import { ErrorMessage } from '@/components/shell/error-message';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Inside the shell, so that the way to everything else stays open. */
export default function StaffErrorPage({ error, reset }: ErrorPageProps) {
  return <ErrorMessage reference={error.digest} retry={reset} />;
}
