'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { later, ShowLater } from '@/components/ui/later';
import { NotLoaded } from '@/components/ui/not-loaded';
import type { NewPatientDialog } from './new-patient-dialog';

// Most patients are in the list already.
const dialog = later(() => import('./new-patient-dialog').then((m) => m.NewPatientDialog));

/** Fetches the code of the dialog, with the first sign that it is wanted. */
export const reachNewPatient = () => void dialog.fetch().catch(() => null);

/** The dialog, as soon as its code is there; a page without a connection stays as it is. */
export function NewPatientLater(props: ComponentProps<typeof NewPatientDialog>) {
  const t = useTranslations('newPatient');
  const common = useTranslations('common');
  const missing = (again: () => void) => (
    <NotLoaded
      message={t('failure.network')}
      retryLabel={common('retry')}
      closeLabel={common('close')}
      onRetry={again}
      onClose={props.onClose}
    />
  );
  return <ShowLater of={dialog} props={props} missing={missing} />;
}
