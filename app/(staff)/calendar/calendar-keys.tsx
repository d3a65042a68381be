'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { calendarHref, onDate } from '@/components/calendar/address';
import { useShortcutsOn } from '@/components/shell/shortcut-setting';
import type { CalendarQuery, CalendarView } from '@/lib/calendar/input';
import { addMonths } from '@/lib/calendar/month-weeks';
import { addDays, type LocalDate } from '@/lib/time/local-date';

type Command = CalendarView | 'today' | 'previous' | 'next';

/** Letters also by their place on the keyboard: an Arabic one writes another letter there. */
const letters: Readonly<Record<string, Command>> = {
  t: 'today',
  KeyT: 'today',
  d: 'day',
  KeyD: 'day',
  w: 'week',
  KeyW: 'week',
  m: 'month',
  KeyM: 'month',
};

function commandOf(event: KeyboardEvent): Command | undefined {
  const isMirrored = document.documentElement.dir === 'rtl';
  if (event.key === 'ArrowLeft') return isMirrored ? 'next' : 'previous';
  if (event.key === 'ArrowRight') return isMirrored ? 'previous' : 'next';
  return letters[event.key.toLowerCase()] ?? letters[event.code];
}

/** Whether the key belongs to what has focus: a text, a choice, a board that scrolls by arrows. */
function isTakenBy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('[data-board]')) return target.scrollWidth > target.clientWidth;
  return target.isContentEditable || target.matches('input, textarea, select, [role=spinbutton]');
}

type CalendarKeysProps = { query: CalendarQuery; date: LocalDate; today: LocalDate };

/**
 * Turns the calendar by key, and brings it up to date whenever someone comes back to it. Not by the minute:
 * a screen that asks by itself would never be idle, and a screen left alone has to sign out.
 */
export function CalendarKeys({ query, date, today }: CalendarKeysProps) {
  const router = useRouter();
  const isOn = useShortcutsOn();
  /** Where the keys have led so far: three quick presses are three days, however long the first one takes. */
  const target = useRef({ view: query.view, date });

  useEffect(() => {
    target.current = { view: query.view, date };
  }, [query.view, date]);

  useEffect(() => {
    if (!isOn) return;
    function go(command: Command) {
      const { view, date: from } = target.current;
      const direction = command === 'next' ? 1 : -1;
      if (command === 'today') target.current = { view, date: today };
      else if (command !== 'next' && command !== 'previous') target.current = { view: command, date: from };
      else if (view === 'month') target.current = { view, date: addMonths(from, direction) };
      else target.current = { view, date: addDays(from, direction * (view === 'day' ? 1 : 7)) };
      router.push(calendarHref(onDate({ ...query, view: target.current.view }, target.current.date, today)));
    }
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      const command = commandOf(event);
      if (!command || isTakenBy(event.target)) return;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return;
      event.preventDefault();
      go(command);
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [isOn, query, today, router]);

  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') router.refresh();
    };
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [router]);

  return null;
}
