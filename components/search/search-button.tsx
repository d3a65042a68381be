'use client';

import { Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { arrival } from '@/components/ui/arrival';
import { Kbd } from '@/components/ui/kbd';
import { ShowLater, useSoon } from '@/components/ui/later';
import { isCovered, isTyping } from '@/components/ui/typing';
import { useMissing } from '@/components/ui/use-missing';
import { rememberRecord } from './recent-records';
import { recordAt } from './record-places';
import { useEarlyTyping } from './use-early-typing';

// Most pages are read without a search: its list and dialog come with the first one.
const searchDialog = arrival(() => import('./search-dialog').then((m) => m.SearchDialog));
const SOON = [searchDialog];

type SearchButtonProps = { userId: string; areKeysOn: boolean };

/** Looks like the field that it opens; `/` opens it from everywhere. */
export function SearchButton({ userId, areKeysOn }: SearchButtonProps) {
  const t = useTranslations('search');
  const path = usePathname();
  const [dialog, setDialog] = useState<'unused' | 'opening' | 'open' | 'closed'>('unused');
  const giveUp = useCallback(() => setDialog('unused'), []);
  const missing = useMissing(giveUp);
  const begun = useEarlyTyping({ isWaiting: dialog === 'opening', onGiveUp: giveUp });
  useSoon(SOON);

  useEffect(() => {
    const record = recordAt(path);
    if (record) rememberRecord(userId, record);
  }, [path, userId]);

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (!isSearchKey(event, areKeysOn) || event.repeat || event.defaultPrevented) return;
      if (isTyping(event.target) && event.key === '/') return;
      if (isCovered()) return;
      event.preventDefault();
      setDialog('opening');
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [areKeysOn]);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={dialog === 'opening' || dialog === 'open'}
        aria-keyshortcuts={areKeysOn ? '/ Control+K Meta+K' : 'Control+K Meta+K'}
        onPointerEnter={searchDialog.reach}
        onClick={() => setDialog('opening')}
        className="target flex h-control w-full items-center gap-2 rounded border border-edge/50 bg-surface px-3 text-work text-soft transition-colors hover:border-edge hover:text-ink max-sm:w-control max-sm:justify-center max-sm:border-transparent max-sm:bg-transparent max-sm:px-0"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="grow truncate text-start max-sm:sr-only">{t('open')}</span>
        {areKeysOn ? (
          <span aria-hidden className="max-lg:hidden coarse:hidden">
            <Kbd>/</Kbd>
          </span>
        ) : null}
      </button>
      {dialog === 'unused' ? null : (
        <ShowLater
          of={searchDialog}
          props={{
            userId,
            begun,
            isOpen: dialog !== 'closed',
            onFocus: () => setDialog('open'),
            onClose: () => setDialog('closed'),
          }}
          missing={missing}
        />
      )}
    </>
  );
}

/** `/` alone; with a modifier also for those who have single keys switched off. */
function isSearchKey(event: KeyboardEvent, areKeysOn: boolean): boolean {
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.code === 'KeyK' && !event.shiftKey;
  return areKeysOn && event.key === '/';
}
