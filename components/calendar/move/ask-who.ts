import type { RescheduleRefusal } from '../board-work';
import type { Proposal } from './desk';

export type JudgedPlace = Pick<Extract<RescheduleRefusal, { kind: 'breaks' }>, 'hard' | 'soft'>;

/** Asks the server what a place breaks, and who has it. */
export async function askWho({ carried, place, to }: Proposal, signal: AbortSignal): Promise<JudgedPlace> {
  const question = new URLSearchParams({
    providerId: to.providerId,
    date: to.date,
    time: to.time,
    durationMinutes: String(place.durationMinutes),
  });
  const response = await fetch(`/api/appointments/${carried.card.appointment.id}/judge?${question}`, {
    signal,
  });
  if (!response.ok) throw new Error(`Asked who has a place: ${response.status}.`);
  return (await response.json()) as JudgedPlace; // as our own route answers
}
