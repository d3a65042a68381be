import type { CalendarChoices } from '@/db/reads/calendar-choices';
import type { CalendarQuery } from '@/lib/calendar/input';
import type { ShownCalendar } from '@/lib/calendar/show-calendar';

/** Why there is nothing to show, or null. A day with visits is always shown, whoever works. */
export function whyEmpty(
  { days, providers }: ShownCalendar,
  { service, room, provider }: CalendarQuery,
  choices: CalendarChoices,
): 'noProvider' | 'noMatch' | 'closed' | 'nobody' | null {
  if (providers.length === 0) {
    const isFiltered = service !== null || room !== null || provider !== null;
    return isFiltered && choices.providers.length > 0 ? 'noMatch' : 'noProvider';
  }
  const columns = providers.flatMap((row) => row.columns);
  if (columns.some(({ cards }) => cards.length > 0)) return null;
  if (days.every(({ closure }) => closure !== null)) return 'closed';
  // Of one person alone the board says why: leave stands in it.
  const isOneAway = providers.length === 1 && columns.some(({ timeOff }) => timeOff.length > 0);
  return !isOneAway && columns.every(({ works }) => works.length === 0) ? 'nobody' : null;
}
