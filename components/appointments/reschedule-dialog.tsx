'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { newQueryClient } from '@/components/ui/new-query-client';
import type { MoveDraft } from './move-draft';
import { RescheduleForm } from './reschedule-form';
import type { MayAct, VisitActions, VisitToAct } from './visit';

type RescheduleDialogProps = {
  visit: VisitToAct;
  may: MayAct;
  actions: Pick<VisitActions, 'rescheduleAppointment'>;
  isOpen: boolean;
  /** What was typed before and not sent. */
  entered: Partial<MoveDraft>;
  /** What was typed is kept for the next time; nothing of it after a move, nor when it is given up. */
  onClose: (entered: Partial<MoveDraft>) => void;
};

/** Moves one visit to an offered time, or to any other, which is judged while it is typed. */
export function RescheduleDialog({ visit, may, actions, isOpen, entered, onClose }: RescheduleDialogProps) {
  const t = useTranslations('appointment.move');
  const common = useTranslations('common');
  const [client] = useState(newQueryClient);
  const [typed, setTyped] = useState(entered);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={() => onClose(typed)}
      title={t('title', { patient: visit.patientName })}
      closeLabel={common('close')}
      size="large"
      isAlert
    >
      <QueryClientProvider client={client}>
        <RescheduleForm
          {...{ visit, may, actions, typed }}
          onType={(part) => setTyped((now) => ({ ...now, ...part }))}
          onClose={() => onClose({})}
        />
      </QueryClientProvider>
    </Dialog>
  );
}
