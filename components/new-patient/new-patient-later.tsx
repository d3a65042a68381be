'use client';

import type { ComponentProps } from 'react';
import { arrival } from '@/components/ui/arrival';
import { ShowLater } from '@/components/ui/later';
import { useMissing } from '@/components/ui/use-missing';
import type { NewPatientDialog } from './new-patient-dialog';

// Most patients are in the list already.
const dialog = arrival(() => import('./new-patient-dialog').then((m) => m.NewPatientDialog));

/** Fetches the code of the dialog, with the first sign that it is wanted. */
export const reachNewPatient = dialog.reach;

/** The dialog, as soon as its code is there; a page without a connection stays as it is. */
export function NewPatientLater(props: ComponentProps<typeof NewPatientDialog>) {
  return <ShowLater of={dialog} props={props} missing={useMissing(props.onClose)} />;
}
