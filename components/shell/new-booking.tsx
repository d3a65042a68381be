'use client';

import { CalendarPlus } from 'lucide-react';
import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Kbd } from '@/components/ui/kbd';
import { isCovered, isTyping } from '@/components/ui/typing';
import { focusFirstField } from './focus-arrival';
import { useShortcutsOn } from './shortcut-setting';

/** The one thing that everybody here does all day, so it has a key of its own. */
export function NewBooking({ href: plain }: { href: Route }) {
  const t = useTranslations('shell');
  const href = useHrefFromHere(plain);
  const router = useRouter();
  const isOn = useShortcutsOn();
  const address = useSearchParams();
  const isHere = usePathname() === plain && ['', 'kind=single'].includes(address.toString());

  useEffect(() => {
    if (!isOn) return;
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      // The same key on an Arabic keyboard writes another letter.
      if (event.key.toLowerCase() !== 'n' && event.code !== 'KeyN') return;
      if (isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      if (isHere) return focusFirstField();
      // The form takes the focus when it comes, unless something that stays has it.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      router.push(href);
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [href, isHere, isOn, router]);

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

/** Of these pages the address may name a clinic and a day. */
const SHOW_A_DAY = ['/calendar', '/today'];

const PATIENT = /^\/patients\/([\w-]+)$/;

/** A booking begins at the clinic and on the day that one is looking at, or for the patient. */
function useHrefFromHere(plain: Route): Route {
  const path = usePathname();
  const shown = useSearchParams();
  const patient = PATIENT.exec(path)?.[1];
  if (patient !== undefined) return `${plain}?patient=${patient}` as Route; // the same page
  if (!SHOW_A_DAY.includes(path)) return plain;
  const begun = new URLSearchParams();
  for (const name of ['clinic', 'date']) {
    const value = shown.get(name);
    if (value !== null) begun.set(name, value);
  }
  return begun.size > 0 ? (`${plain}?${begun}` as Route) : plain; // the same page
}
