'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NumberField } from '@/components/ui/number-field';
import { TimeFieldLater } from '@/components/ui/time-field-later';
import { controlOf, FieldPlace, type FieldsProps } from './field-place';

const FIELDS_INSIDE = ['hoursFrom', 'hoursTo', 'minGapDays', 'maxGapDays', 'maxPerWeek'] as const;

/** What few packages need: folded away, open when something inside is set or wrong. */
export function MoreFields({ form, make, faults }: FieldsProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const isSet =
    form.minGapDays !== '1' ||
    [form.hoursFrom, form.hoursTo, form.maxPerWeek, form.maxGapDays].some((typed) => typed !== '');
  const isWrong = FIELDS_INSIDE.some((field) => faults.errorsOf(field) !== undefined);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      open={isOpen || isSet || isWrong}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="group border-y border-hairline"
    >
      <summary className="flex min-h-touch list-none items-center gap-2 rounded-sm text-work font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-soft transition-transform group-open:rotate-90 rtl:-scale-x-100"
        />
        {t('more')}
        <span className="min-w-0 truncate text-sm font-normal text-soft">{t('moreHint')}</span>
      </summary>
      <div className="grid grid-cols-2 items-start gap-4 pt-1 pb-4">
        <FieldPlace field="hoursFrom" faults={faults}>
          <TimeFieldLater
            {...controlOf(faults, 'hoursFrom')}
            label={t('fields.hoursFrom')}
            mark={common('optional')}
            value={form.hoursFrom}
            onChange={(hoursFrom) => make({ kind: 'set', fields: { hoursFrom } })}
          />
        </FieldPlace>
        <FieldPlace field="hoursTo" faults={faults}>
          <TimeFieldLater
            {...controlOf(faults, 'hoursTo')}
            label={t('fields.hoursTo')}
            mark={common('optional')}
            value={form.hoursTo}
            onChange={(hoursTo) => make({ kind: 'set', fields: { hoursTo } })}
          />
        </FieldPlace>
        <FieldPlace field="minGapDays" faults={faults}>
          <NumberField
            {...controlOf(faults, 'minGapDays')}
            label={t('fields.minGapDays')}
            description={t('minGapHint')}
            min={1}
            max={60}
            value={form.minGapDays}
            onChange={(minGapDays) => make({ kind: 'set', fields: { minGapDays } })}
          />
        </FieldPlace>
        <FieldPlace field="maxGapDays" faults={faults}>
          <NumberField
            {...controlOf(faults, 'maxGapDays')}
            label={t('fields.maxGapDays')}
            mark={common('optional')}
            min={1}
            max={366}
            value={form.maxGapDays}
            onChange={(maxGapDays) => make({ kind: 'set', fields: { maxGapDays } })}
          />
        </FieldPlace>
        <FieldPlace field="maxPerWeek" faults={faults}>
          <NumberField
            {...controlOf(faults, 'maxPerWeek')}
            label={t('fields.maxPerWeek')}
            mark={common('optional')}
            min={1}
            max={7}
            value={form.maxPerWeek}
            onChange={(maxPerWeek) => make({ kind: 'set', fields: { maxPerWeek } })}
          />
        </FieldPlace>
      </div>
    </details>
  );
}
