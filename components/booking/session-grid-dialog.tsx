'use client';

import { useTranslations } from 'next-intl';
import { SessionGrid } from '@/components/assignments/session-grid';
import { useUntaken } from '@/components/assignments/use-untaken';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { sessionRows } from './booking-form';
import { offeredProviders } from './booking-options';
import type { FieldsProps } from './field-place';

/** The grid of all sessions in a dialog of its own; what is chosen there stands in the form at once. */
export function SessionGridDialog({ onClose, form, make, options }: FieldsProps & { onClose: () => void }) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const assignments = useTranslations('assignments');
  const { isUntaken, setUntaken, leave, warning } = useUntaken(onClose);
  return (
    <Dialog
      isOpen
      onOpenChange={leave}
      title={t('perSessionTitle')}
      closeLabel={common('close')}
      size="large"
      footer={
        <>
          {warning}
          <Button
            variant="primary"
            onClick={onClose}
            disabledReason={isUntaken ? assignments('paste.untaken') : undefined}
          >
            {t('done')}
          </Button>
        </>
      }
    >
      <SessionGrid
        rows={sessionRows(form)}
        make={make}
        offered={offeredProviders(options, form)}
        everyone={options.providers}
        onUntaken={setUntaken}
      />
    </Dialog>
  );
}
