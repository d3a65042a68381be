'use client';

import { UserPlus } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import type { CreatePatient } from './new-patient';
import { NewPatientLater, reachNewPatient } from './new-patient-later';

/** On the list of patients: writes down a new one and goes to their page. */
export function NewPatientButton({ create }: { create: CreatePatient }) {
  const t = useTranslations('newPatient');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onPointerEnter={reachNewPatient}
        onFocus={reachNewPatient}
        onClick={() => setOpen(true)}
        className={buttonClass({})}
      >
        <UserPlus aria-hidden className="size-4" />
        {t('title')}
      </button>
      {isOpen ? (
        <NewPatientLater
          searched=""
          create={create}
          onChosen={({ id }) => {
            setOpen(false);
            router.push(`/patients/${id}` as Route); // the page of a patient
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
