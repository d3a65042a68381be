import type { Clinic } from '@/lib/scheduling/clinic';
import type { PlacedSession, Relaxation } from '@/lib/scheduling/plan';

/** Single changes that would place more. */
export function relaxationsOf(_clinic: Clinic, _placed: readonly PlacedSession[]): Relaxation[] {
  return [];
}
