'use client';

import { CalendarPlus } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Kbd } from '@/components/ui/kbd';
import { useShortcutsOn } from './shortcut-setting';
import { isCovered, isTyping } from './typing';

/** The one thing that everybody here does all day, so it has a key of its own. */
export function NewBooking({ href }: { href: Route }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const isOn = useShortcutsOn();

  useEffect(() => {
    if (!isOn) return;
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      // The same key on an Arabic keyboard writes another letter.
      if (event.key.toLowerCase() !== 'n' && event.code !== 'KeyN') return;
      if (isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      router.push(href);
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [href, isOn, router]);

  return (
    <ButtonLink
      href={href}
      variant="primary"
      className="border border-transparent upstaged:border-edge/50 upstaged:bg-surface upstaged:text-ink upstaged:hover:bg-sunken"
      aria-keyshortcuts={isOn ? 'n' : undefined}
      icon={<CalendarPlus aria-hidden className="size-4" />}
    >
      <span className="max-sm:sr-only">{t('newBooking')}</span>
      {isOn ? (
        <span aria-hidden className="-me-1 opacity-80 max-xl:hidden coarse:hidden">
          <Kbd>n</Kbd>
        </span>
      ) : null}
    </ButtonLink>
  );
}
