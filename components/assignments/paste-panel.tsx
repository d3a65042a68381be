'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import type { PasteFault } from './paste-providers';

type PastePanelProps = {
  /** The session that the first line is for. */
  from: number;
  text: string;
  faults: readonly PasteFault[];
  onType: (text: string) => void;
  onApply: () => void;
  onCancel: () => void;
  /** Escape: what is typed stays. */
  onLeave: () => void;
};

/** A column to paste or type; lines that cannot be read are told one by one, and then nothing is taken. */
export function PastePanel({ from, text, faults, onType, onApply, onCancel, onLeave }: PastePanelProps) {
  const t = useTranslations('assignments.paste');
  const common = useTranslations('common');
  const panel = useRef<HTMLElement>(null);
  // It opens above the rows, which may be far up.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
    panel.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a key that leads out of it
    <section
      ref={panel}
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The dialog around it stays.
        event.stopPropagation();
        onLeave();
      }}
      className="flex scroll-mt-36 flex-col gap-3 rounded bg-sunken p-3"
    >
      <TextArea
        label={t('label', { number: from })}
        description={t('hint')}
        dir="auto"
        rows={5}
        value={text}
        errors={faults.length > 0 ? [t('nothingTaken')] : undefined}
        onChange={(event) => onType(event.target.value)}
      />
      {faults.length > 0 ? (
        <div role="alert">
          <ul className="max-h-40 list-disc overflow-y-auto ps-5 text-work text-danger">
            {faults.map((fault) => (
              <li key={fault.line}>{t(`faults.${fault.kind}`, { line: fault.line, text: fault.text })}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="flex gap-2">
        <Button onClick={onApply} disabledReason={text.trim() === '' ? t('empty') : undefined}>
          {t('apply')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </section>
  );
}
