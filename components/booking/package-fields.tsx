'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { NumberField } from '@/components/ui/number-field';
import { MAX_SESSIONS, MIN_SESSIONS } from '@/lib/rules/package-limits';
import { DaysField, FromField, UntilField } from './date-fields';
import { controlOf, FieldPlace, type FieldsProps } from './field-place';
import { MoreFields } from './more-fields';
import { NotesField } from './notes-field';
import { PackageProviders } from './providers-per-session';
import { ClinicField, LengthField, PatientField, ServiceField } from './who-and-where';

/** Everything a package is planned from, in the order in which it is asked at a desk. */
export function PackageFields(props: FieldsProps) {
  const { form, make, faults } = props;
  const t = useTranslations('booking');
  return (
    <div className="flex flex-col gap-5">
      <PatientField {...props} />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <ClinicField {...props} />
        <ServiceField {...props} />
      </div>
      <div className="grid grid-cols-2 items-start gap-4">
        <FieldPlace field="sessionCount" faults={faults}>
          <NumberField
            {...controlOf(faults, 'sessionCount')}
            label={t('fields.sessionCount')}
            min={MIN_SESSIONS}
            max={MAX_SESSIONS}
            value={form.sessionCount}
            onChange={(sessionCount) => make({ kind: 'count', sessionCount })}
            isRequired
          />
        </FieldPlace>
        <LengthField {...props} />
        <FromField {...props} />
        <UntilField {...props} />
      </div>
      <DaysField {...props} />
      <PackageProviders {...props} />
      <MoreFields {...props} />
      <NotesField {...props} />
      <Checkbox
        label={t('autoSchedule')}
        description={t('autoScheduleHint')}
        checked={form.autoSchedule}
        onChange={(event) => make({ kind: 'set', fields: { autoSchedule: event.target.checked } })}
      />
    </div>
  );
}
