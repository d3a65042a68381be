import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { TypedForm } from './use-booking-form';

type DiscardProps = { typed: TypedForm; label: string };

/** Throws away what was typed, with a way back; nothing as long as nothing was. */
export function Discard({ typed, label }: DiscardProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  if (!typed.isTouched) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-work text-soft">
      {typed.isRestored ? t('restored') : null}
      <Button
        variant="quiet"
        onClick={() => {
          const onUndo = typed.startAnew();
          void showToast({ message: t('discarded'), undoLabel: common('undo'), onUndo });
        }}
      >
        {label}
      </Button>
    </p>
  );
}
