'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { FieldsProps } from './field-place';
import { SessionGrid } from './session-grid';

/** The grid of all sessions in a dialog of its own; what is chosen there stands in the form at once. */
export function SessionGridDialog({ onClose, ...fields }: FieldsProps & { onClose: () => void }) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('perSessionTitle')}
      closeLabel={common('close')}
      size="large"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <SessionGrid {...fields} />
    </Dialog>
  );
}
