'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { offeredProviders } from './booking-options';
import { controlOf, FieldPlace, type FieldsProps } from './field-place';

type ProviderFieldProps = FieldsProps & {
  /** Where the surroundings already say that this is about the provider. */
  isLabelHidden?: boolean;
};

/** Only providers of the clinic who are qualified; one who no longer fits stays visible, with the reason. */
export function ProviderField({ form, make, faults, options, isLabelHidden }: ProviderFieldProps) {
  const t = useTranslations('booking');
  const offered = offeredProviders(options, form);
  const chosen = options.providers.find(({ id }) => id === form.providerId);
  const isMisplaced = chosen !== undefined && !offered.includes(chosen);
  const errors = faults.errorsOf('providerId');
  return (
    <FieldPlace field="providerId" faults={faults}>
      <Select
        {...controlOf(faults, 'providerId')}
        errors={isMisplaced && !errors ? [t('providerMisplaced', { name: chosen.name })] : errors}
        label={t('fields.providerId')}
        isLabelHidden={isLabelHidden}
        placeholder={t('choose')}
        description={offered.length === 0 ? t('nobodyQualified') : undefined}
        options={[...offered, ...(isMisplaced ? [chosen] : [])].map(({ id, name }) => ({
          value: id,
          label: name,
        }))}
        value={form.providerId}
        onChange={(event) => make({ kind: 'set', fields: { providerId: event.target.value } })}
        aria-required
      />
    </FieldPlace>
  );
}
