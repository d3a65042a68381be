'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { CalendarPlaces } from '@/components/calendar/calendar-navigation';
import { useShortcutsOn } from '@/components/shell/shortcut-setting';

/** Letters also by their place on the keyboard: an Arabic one writes another letter there. */
const letters: Readonly<Record<string, keyof CalendarPlaces>> = {
  t: 'today',
  KeyT: 'today',
  d: 'day',
  KeyD: 'day',
  w: 'week',
  KeyW: 'week',
};

function placeFor(event: KeyboardEvent): keyof CalendarPlaces | undefined {
  const isMirrored = document.documentElement.dir === 'rtl';
  if (event.key === 'ArrowLeft') return isMirrored ? 'next' : 'previous';
  if (event.key === 'ArrowRight') return isMirrored ? 'previous' : 'next';
  return letters[event.key.toLowerCase()] ?? letters[event.code];
}

/** Whether the key belongs to what has focus: a text, a choice, a board that scrolls by arrows. */
function isTakenBy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('[data-board]')) return target.scrollWidth > target.clientWidth;
  return (
    target.isContentEditable ||
    target.matches('input, textarea, select, [role=spinbutton], [role=gridcell] *')
  );
}

/**
 * Turns the calendar by key, and brings it up to date whenever someone comes back to it. Not by the minute:
 * a screen that asks by itself would never be idle, and a screen left alone has to sign out.
 */
export function CalendarKeys({ places }: { places: CalendarPlaces }) {
  const router = useRouter();
  const isOn = useShortcutsOn();

  useEffect(() => {
    if (!isOn) return;
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      const place = placeFor(event);
      if (!place || isTakenBy(event.target)) return;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return;
      event.preventDefault();
      router.push(places[place]);
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [isOn, places, router]);

  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') router.refresh();
    };
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [router]);

  return null;
}
