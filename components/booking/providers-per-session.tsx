'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { arrival } from '@/components/ui/arrival';
import { Button } from '@/components/ui/button';
import { FieldErrors } from '@/components/ui/field';
import { ShowLater } from '@/components/ui/later';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useMissing } from '@/components/ui/use-missing';
import { useRuns } from '@/messages/number-runs';
import { fieldId } from './booking-fields';
import { type BookingForm, countOf, sessionRows } from './booking-form';
import { FieldPlace, type FieldsProps } from './field-place';
import { groupProviders } from './plan-view';
import { ProviderField } from './provider-field';

/** A grid of a hundred rows comes when it is opened. */
const sessionGrid = arrival(() => import('./session-grid-dialog').then((m) => m.SessionGridDialog));

/** One provider for all sessions, or chosen session by session in a grid of its own. */
export function PackageProviders(props: FieldsProps) {
  const { form, make } = props;
  const t = useTranslations('booking');
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl
        label={t('fields.providerId')}
        isFullWidth
        options={[
          { value: 'one', label: t('oneForAll') },
          { value: 'per_session', label: t('perSession') },
        ]}
        value={form.strategy}
        onChange={(strategy) =>
          make({ kind: 'set', fields: { strategy: strategy === 'one' ? 'one' : 'per_session' } })
        }
      />
      {form.strategy === 'one' ? (
        <ProviderField {...props} isLabelHidden />
      ) : (
        <ProvidersPerSession {...props} />
      )}
    </div>
  );
}

function ProvidersPerSession(props: FieldsProps) {
  const { form, faults } = props;
  const t = useTranslations('booking');
  const [isOpen, setIsOpen] = useState(false);
  const id = fieldId('perSession');
  const errors = faults.errorsOf('perSession');
  const hasCount = countOf(form) > 0;
  const close = () => setIsOpen(false);
  const missing = useMissing(close);
  return (
    <FieldPlace field="perSession" faults={faults}>
      <div className="flex items-start justify-between gap-3">
        <ProvidersInShort {...props} />
        <Button
          id={id}
          disabledReason={hasCount ? undefined : t('perSessionNeedsCount')}
          aria-describedby={errors ? `${id}-error` : undefined}
          onFocus={sessionGrid.reach}
          onPointerEnter={sessionGrid.reach}
          onClick={() => setIsOpen(true)}
        >
          {t('editProviders')}
        </Button>
      </div>
      <FieldErrors id={`${id}-error`} errors={errors} />
      {isOpen ? <ShowLater of={sessionGrid} props={{ ...props, onClose: close }} missing={missing} /> : null}
    </FieldPlace>
  );
}

/** `Nora: 1–6` and so on: the whole grid in a few words. */
function ProvidersInShort({ form, options }: Pick<FieldsProps, 'options'> & { form: BookingForm }) {
  const t = useTranslations('booking');
  const runs = useRuns();
  const names = new Map(options.providers.map(({ id, name }) => [id, name]));
  const groups = groupProviders(sessionRows(form));
  if (groups.length === 0) return <p className="py-2 text-work text-soft">{t('perSessionNeedsCount')}</p>;
  return (
    <ul className="flex min-w-0 flex-col py-1 text-work">
      {groups.map(({ providerIds, numbers }) => (
        <li key={providerIds.join()} className="flex flex-wrap gap-x-2">
          <span className={providerIds.length === 0 ? 'text-soft' : 'font-medium'}>
            {providerIds.length === 0
              ? t('nobodyYet')
              : providerIds.map((id) => names.get(id) ?? t('unknownProvider')).join(t('or'))}
          </span>
          <span className="text-soft">{runs(numbers)}</span>
        </li>
      ))}
    </ul>
  );
}
