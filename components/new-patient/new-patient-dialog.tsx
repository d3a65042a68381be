'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DatePicker } from '@/components/ui/date-picker';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { newId } from '@/lib/ids/new-id';
import type { FieldFault, FieldFaults } from '@/lib/result/field-faults';
import { KnownPatients } from './known-patients';
import type { CreatePatient, PatientMade } from './new-patient';
import { type PatientTyped, typedFrom } from './patient-typed';

type NewPatientDialogProps = {
  /** What was searched for in vain. */
  searched: string;
  create: CreatePatient;
  /** Someone new, or someone who was known already. */
  onChosen: (patient: PatientMade) => void;
  onClose: () => void;
};

/** Writes down a new patient; who bears the name already is shown first, to be chosen instead. */
export function NewPatientDialog({ searched, create, onChosen, onClose }: NewPatientDialogProps) {
  const t = useTranslations('newPatient');
  const common = useTranslations('common');
  const say = useFaultWords();
  const formId = useId();
  const [id] = useState(newId);
  const [typed, setTyped] = useState(() => typedFrom(searched));
  const [faults, setFaults] = useState<FieldFaults>({});
  const [known, setKnown] = useState<readonly PatientMade[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function save(isAnother: boolean) {
    if (isPending) return;
    setPending(true);
    setFailure(null);
    const saved = await create({ ...typed, id, locale: typed.locale || null, isAnother }).catch(() => null);
    setPending(false);
    if (saved?.ok) return onChosen(saved.value);
    const { error } = saved ?? { error: null };
    setFaults(error?.kind === 'invalid_input' ? error.fields : {});
    setKnown(error?.kind === 'known_already' ? error.patients : []);
    if (error === null) setFailure(t('failure.network'));
    else if (error.kind === 'failed') setFailure(t('failure.failed', { reference: error.reference }));
    else if (error.kind === 'signed_out' || error.kind === 'forbidden')
      setFailure(t(`failure.${error.kind}`));
  }

  const set = (field: keyof PatientTyped, value: string) => {
    setTyped({ ...typed, [field]: value });
    // A field that is being mended says nothing.
    setFaults(Object.fromEntries(Object.entries(faults).filter(([path]) => path !== field)));
    setKnown([]);
  };
  const errors = (field: keyof PatientTyped) => {
    const fault = faults[field];
    return fault ? [say(fault)] : undefined;
  };
  const box = (field: keyof PatientTyped) => ({
    label: t(`fields.${field}`),
    value: typed[field],
    errors: errors(field),
    onChange: (event: { target: { value: string } }) => set(field, event.target.value),
  });

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      closeLabel={common('close')}
      size="medium"
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        autoComplete="off"
        className="flex flex-col gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          // React hears this through portals: the form that the dialog was opened from is not meant.
          event.stopPropagation();
          void save(false);
        }}
      >
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
          <TextField {...box('givenName')} dir="auto" aria-required autoFocus />
          <TextField {...box('familyName')} dir="auto" aria-required />
          <DatePicker
            label={t('fields.birthDate')}
            mark={common('optional')}
            value={typed.birthDate}
            errors={errors('birthDate')}
            onChange={(birthDate) => set('birthDate', birthDate)}
          />
          <TextField
            {...box('fileNumber')}
            mark={common('optional')}
            description={t('fileNumberHint')}
            dir="ltr"
          />
          <TextField {...box('phone')} mark={common('optional')} type="tel" dir="ltr" />
          <TextField {...box('email')} mark={common('optional')} type="email" dir="ltr" />
          <Select
            {...box('locale')}
            mark={common('optional')}
            placeholder={t('anyLanguage')}
            options={(['en', 'ar'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          />
        </div>
        {known.length > 0 ? (
          <KnownPatients patients={known} onChosen={onChosen} onAnother={() => void save(true)} />
        ) : null}
        {failure === null ? null : (
          <p role="alert" className="rounded bg-danger-soft px-4 py-2 text-work">
            {failure}
          </p>
        )}
      </form>
    </Dialog>
  );
}

/** A fault in words; a code that has none is told in general. */
function useFaultWords(): (fault: FieldFault) => string {
  const t = useTranslations('fieldFaults');
  return ({ code, values }) => {
    const key = code as Parameters<typeof t>[0]; // asked for below: what the catalogue lacks is 'invalid'
    return t(t.has(key) ? key : 'invalid', values);
  };
}
