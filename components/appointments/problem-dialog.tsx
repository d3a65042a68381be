'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import type { VisitProblem } from './use-visit-change';
import type { VisitToAct } from './visit';
import { VisitProblemNotice } from './visit-problem-notice';

type ProblemDialogProps = {
  title: string;
  problem: VisitProblem;
  seen: VisitToAct;
  onRetry: () => void;
  onUseNewState: () => void;
  onClose: () => void;
};

/** Why one press did nothing: it needs an answer, so it does not pass by as a toast. */
export function ProblemDialog({ title, onClose, ...rest }: ProblemDialogProps) {
  const common = useTranslations('common');
  return (
    <Dialog isOpen isAlert onOpenChange={onClose} title={title} closeLabel={common('close')} size="medium">
      <VisitProblemNotice {...rest} />
    </Dialog>
  );
}
