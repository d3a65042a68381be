import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NotLoaded } from '@/components/ui/not-loaded';

/** What is said of something pressed whose code could not be fetched. */
export function useMissing(onClose: () => void): (again: () => void) => ReactNode {
  const t = useTranslations('common');
  return (again) => (
    <NotLoaded
      message={t('notLoaded')}
      retryLabel={t('retry')}
      closeLabel={t('close')}
      onRetry={again}
      onClose={onClose}
    />
  );
}
