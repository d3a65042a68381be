'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { arrival } from '@/components/ui/arrival';
import { ShowLater } from '@/components/ui/later';
import { isCovered, isTyping } from '@/components/ui/typing';
import { useMissing } from '@/components/ui/use-missing';
import type { GoTo } from './go-to';
import { useShortcutsOn } from './shortcut-setting';

// Read once, then known: it comes when it is asked for.
const shortcutHelp = arrival(() => import('./shortcut-help').then((m) => m.ShortcutHelp));

type ShortcutsProps = {
  places: readonly GoTo[];
  mayBook: boolean;
  isHelpOpen: boolean;
  onHelpChange: (isOpen: boolean) => void;
};

const SECOND_KEY_WITHIN_MS = 1500;

/** The keys that work on every page: `g` and a letter goes somewhere, `?` says which keys there are. */
export function Shortcuts({ places, mayBook, isHelpOpen, onHelpChange }: ShortcutsProps) {
  const router = useRouter();
  const isOn = useShortcutsOn();
  const [wasOpened, setWasOpened] = useState(isHelpOpen);
  if (isHelpOpen && !wasOpened) setWasOpened(true);
  const missing = useMissing(() => {
    setWasOpened(false);
    onHelpChange(false);
  });

  useEffect(() => {
    if (!isOn) return;
    let goneAt = Number.NEGATIVE_INFINITY;
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      if (isTyping(event.target) || isCovered()) return;
      const isSecond = event.timeStamp - goneAt < SECOND_KEY_WITHIN_MS;
      goneAt = Number.NEGATIVE_INFINITY;
      const place = isSecond ? places.find(({ letter }) => letterOf(event) === letter) : undefined;
      if (place) {
        // The page has keys of the same letters; this press is not meant for them.
        event.preventDefault();
        event.stopPropagation();
        router.push(place.href);
      } else if (event.key === '?' || event.key === '؟') {
        event.preventDefault();
        onHelpChange(true);
      } else if (letterOf(event) === 'g' && !event.shiftKey) goneAt = event.timeStamp;
    }
    document.addEventListener('keydown', handleKey, { capture: true });
    return () => document.removeEventListener('keydown', handleKey, { capture: true });
  }, [isOn, places, router, onHelpChange]);

  return wasOpened ? (
    <ShowLater
      of={shortcutHelp}
      props={{ places, mayBook, isOpen: isHelpOpen, onOpenChange: onHelpChange }}
      missing={missing}
    />
  ) : null;
}

/** By the letter, or by its place where the keyboard writes other letters. */
const letterOf = (event: KeyboardEvent) =>
  /^[a-z]$/i.test(event.key)
    ? event.key.toLowerCase()
    : event.code.startsWith('Key')
      ? event.code.slice(3).toLowerCase()
      : '';
