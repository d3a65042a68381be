'use client';

import { WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useIsOffline, useSaidOffline } from '@/components/ui/connection';
import { holdPagesWhileOffline } from './hold-pages';

/** Says under the top bar that the server cannot be reached, and keeps the page until it can. */
export function ConnectionNotice() {
  const t = useTranslations('shell');
  const isOffline = useIsOffline();
  const said = useSaidOffline();

  useEffect(holdPagesWhileOffline, []);

  return (
    <output data-print="hide" className="sticky top-14 z-20 block">
      {isOffline ? (
        <p className="flex items-center gap-2 border-b border-hairline bg-warn-soft px-4 py-2 text-sm text-warn md:px-6">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {said ?? t('noConnection')}
        </p>
      ) : null}
    </output>
  );
}
