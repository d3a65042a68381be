import type { MoveColumn } from './move/desk';

type BookingHref = `/bookings/new?${string}`;

/** Where a single booking begins with a clinic, provider, date and time filled in. */
export function bookingHref(asked: { clinicId: string; column: MoveColumn; time: string }): BookingHref {
  const { provider, date } = asked.column.column;
  const said = { kind: 'single', clinic: asked.clinicId, provider: provider.id, date, time: asked.time };
  return `/bookings/new?${new URLSearchParams(said)}`;
}
