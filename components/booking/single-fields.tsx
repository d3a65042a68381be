'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TimeFieldLater } from '@/components/ui/time-field-later';
import { DateField } from './date-fields';
import { controlOf, FieldPlace, type FieldsProps } from './field-place';
import { NotesField } from './notes-field';
import { ProviderField } from './provider-field';
import { ClinicField, LengthField, PatientField, ServiceField } from './who-and-where';

type SingleFieldsProps = FieldsProps & {
  /** Why the typed time was refused, in words. */
  refusals: readonly string[];
  /** Who has that time, and the way to share it. */
  taken: ReactNode;
};

/** One visit: who, where, when. The time is typed here or taken from the free times beside. */
export function SingleFields({ refusals, taken, ...props }: SingleFieldsProps) {
  const { form, make, faults } = props;
  const t = useTranslations('booking');
  const { id, errors } = controlOf(faults, 'time');
  return (
    <div className="flex flex-col gap-5">
      <PatientField {...props} />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <ClinicField {...props} />
        <ServiceField {...props} />
        <ProviderField {...props} />
        <LengthField {...props} />
      </div>
      <div className="grid grid-cols-2 items-start gap-4">
        <DateField {...props} />
        <FieldPlace field="time" faults={faults}>
          <TimeFieldLater
            id={id}
            errors={refusals.length > 0 ? refusals : errors}
            label={t('fields.time')}
            value={form.time}
            onChange={(time) => make({ kind: 'set', fields: { time } })}
            isRequired
          />
        </FieldPlace>
      </div>
      {taken}
      <NotesField {...props} />
    </div>
  );
}
