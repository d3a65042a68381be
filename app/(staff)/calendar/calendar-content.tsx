import type { TenantScope } from '@/db/scope';
import { showBoard } from '@/lib/calendar/show-board';
import { LiveCalendar, type LiveCalendarProps } from './live-calendar';

type ContentProps = Omit<LiveCalendarProps, 'board'> & { scope: TenantScope };

/** The days themselves, as they are now; the browser keeps them fresh from here on. */
export async function CalendarContent({ scope, ...shown }: ContentProps) {
  return <LiveCalendar board={await showBoard(scope, shown)} {...shown} />;
}
