'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Undoable, type UndoOutcome, UndoProvider } from '@/components/ui/undo';
import type { UndoChangeRefusal } from '@/lib/changes/undo-change';
import { UNDO_MINUTES } from '@/lib/rules/undo-window';
import { MINUTE_MS } from '@/lib/time/instant';
import { undoChange } from './actions';

type Taken = Extract<UndoChangeRefusal, { kind: 'slot_taken' }>;

/** Gives every page of the staff a way back from its latest change. */
export function StaffUndo({ children }: { children: ReactNode }) {
  const t = useTranslations('shell.undo');
  const common = useTranslations('common');
  const router = useRouter();
  const format = useFormatter();

  /** Of several visits that would go back, which one cannot, and who has its time. */
  function sayTaken({ resource, place }: Taken): string {
    if (!place) return t('slot_taken', { resource });
    const { sessionNumber, start, timeZone, patientName } = place;
    return t('place_taken', {
      isSession: sessionNumber === null ? 'no' : 'yes',
      number: sessionNumber ?? 0,
      day: format.dateTime(start, 'day', { timeZone }),
      time: format.dateTime(start, 'time', { timeZone }),
      // Who has another visit is the patient in person.
      by: resource !== 'patient' && patientName ? `${resource}_named` : resource,
      name: patientName ?? '',
    });
  }

  async function undo({ message, changeId }: Undoable): Promise<UndoOutcome> {
    try {
      const result = await undoChange({ changeId });
      router.refresh();
      if (result.ok) return said(t('done', { what: message }));
      const { error } = result;
      if (error.kind === 'slot_taken') return said(sayTaken(error));
      if (error.kind === 'changed_since')
        return said(t('changed_since', { isKnown: error.by ? 'yes' : 'no', by: error.by ?? '' }));
      if (error.kind === 'too_late') return said(t('too_late', { minutes: UNDO_MINUTES }));
      if (error.kind === 'failed') return said(t('failed', { reference: error.reference }));
      return said(t(error.kind));
    } catch {
      return { message: t('network'), isWorthAnotherTry: true };
    }
  }

  return (
    <UndoProvider undo={undo} label={common('undo')} windowMilliseconds={UNDO_MINUTES * MINUTE_MS}>
      {children}
    </UndoProvider>
  );
}

const said = (message: string): UndoOutcome => ({ message, isWorthAnotherTry: false });
