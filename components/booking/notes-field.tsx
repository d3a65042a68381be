'use client';

import { useTranslations } from 'next-intl';
import { TextArea } from '@/components/ui/text-area';
import { MAX_NOTES_LENGTH } from '@/lib/rules/package-limits';
import { controlOf, FieldPlace, type FieldsProps } from './field-place';

export function NotesField({ form, make, faults }: FieldsProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  return (
    <FieldPlace field="notes" faults={faults}>
      <TextArea
        {...controlOf(faults, 'notes')}
        label={t('fields.notes')}
        mark={common('optional')}
        limit={MAX_NOTES_LENGTH}
        dir="auto"
        value={form.notes}
        onChange={(event) => make({ kind: 'set', fields: { notes: event.target.value } })}
      />
    </FieldPlace>
  );
}
