import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';

interface Untaken {
  /** Whether something stands in the box for a pasted column that was not taken over. */
  isUntaken: boolean;
  setUntaken: (isUntaken: boolean) => void;
  /** Closes the dialog around the grid, unless that would lose something without a word. */
  leave: () => void;
  /** The word, with the way out, to stand among the buttons of the dialog. */
  warning: ReactNode;
}

/** What was pasted and not taken over is not lost by a cross, a key or a press beside the dialog. */
export function useUntaken(close: () => void): Untaken {
  const t = useTranslations('assignments.paste');
  const [isUntaken, setUntaken] = useState(false);
  const [isWarned, setWarned] = useState(false);
  return {
    isUntaken,
    setUntaken(next) {
      setUntaken(next);
      if (!next) setWarned(false);
    },
    leave: () => (isUntaken ? setWarned(true) : close()),
    warning:
      isUntaken && isWarned ? (
        <div
          role="alert"
          className="flex grow basis-full flex-wrap items-center justify-between gap-x-4 rounded bg-warn-soft px-3 py-1 text-work"
        >
          <p className="min-w-0 grow basis-60 py-1">{t('untaken')}</p>
          <Button variant="quiet" onClick={close}>
            {t('leave')}
          </Button>
        </div>
      ) : null,
  };
}
