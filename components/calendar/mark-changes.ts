import { type RefObject, useEffect, useRef } from 'react';
import type { ShownCalendar } from '@/lib/calendar/show-calendar';

const SHOWN_MS = 2400;

/**
 * Lights up for a moment what others have changed on the board. Only on the same days: turning to another day
 * changes everything, and means nothing.
 */
export function useMarkedChanges(
  calendar: ShownCalendar | null,
  within: RefObject<HTMLElement | null>,
): void {
  const last = useRef<{ days: string; states: Map<string, string> } | null>(null);
  useEffect(() => {
    if (!calendar) return;
    const days = calendar.days.map(({ date }) => date).join();
    const states = statesOf(calendar);
    const before = last.current;
    last.current = { days, states };
    if (before?.days !== days || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const [id, state] of states) {
      if (before.states.get(id) === state) continue;
      for (const card of within.current?.querySelectorAll(`[data-visit="${id}"] > a`) ?? []) {
        card.animate([{ boxShadow: '0 0 0 3px var(--accent)' }, { boxShadow: '0 0 0 3px transparent' }], {
          duration: SHOWN_MS,
          easing: 'ease-out',
        });
      }
    }
  }, [calendar, within]);
}

function statesOf({ providers }: ShownCalendar): Map<string, string> {
  const states = new Map<string, string>();
  for (const { columns } of providers) {
    for (const { cards } of columns) {
      for (const { appointment } of cards) {
        states.set(appointment.id, `${appointment.version} ${appointment.start} ${appointment.provider.id}`);
      }
    }
  }
  return states;
}
