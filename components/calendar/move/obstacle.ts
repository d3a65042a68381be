import type { RescheduleRefusal } from '../board-work';
import type { JudgedPlace } from './ask-who';
import { isOnlyTaken, type Verdict } from './verdict';

type Breaks = Extract<RescheduleRefusal, { kind: 'breaks' }>;
/** A breach that the board knew of already comes in its words. */
type Breach = { code: string; by: Breaks['hard'][number]['by']; words?: string };

/** What stands in the way of a move. */
export type Obstacle =
  | { kind: 'none' }
  /** Rules and wishes that the place breaks; a shareable one is only taken. */
  | { kind: 'breaks'; hard: readonly Breach[]; soft: readonly Breach[]; isShareable: boolean }
  /** Others were faster with the visit itself; it can still be moved on from where it is now. */
  | { kind: 'stale'; refusal: Extract<RescheduleRefusal, { kind: 'stale' }> }
  /** Worth another try. */
  | { kind: 'passing'; reference: string | null }
  | { kind: 'final'; why: 'not_found' | 'not_open' | 'signed_out' | 'forbidden' | 'invalid_input' };

const unnamed = (codes: readonly string[]): Breach[] => codes.map((code) => ({ code, by: null }));

const breaking = (hard: readonly Breach[], soft: readonly Breach[]): Obstacle => ({
  kind: 'breaks',
  hard,
  soft,
  isShareable: isOnlyTaken(hard.map(({ code }) => code)),
});

/** What the board knows already before anything is asked of the server. */
export function obstacleOfVerdict(verdict: Verdict, words: string): Obstacle {
  if (verdict.kind === 'unwished') return breaking([], unnamed(verdict.soft));
  if (verdict.kind === 'blocked') {
    const [first, ...others] = unnamed(verdict.hard);
    return breaking(first ? [{ ...first, words }, ...others] : [], unnamed(verdict.soft));
  }
  return { kind: 'none' };
}

/** What of it the server judges by the same rules as the move itself: everybody who would be run into has a name. */
export const obstacleOfJudgement = ({ hard, soft }: JudgedPlace): Obstacle =>
  hard.length + soft.length === 0 ? { kind: 'none' } : breaking(hard, soft);

/** What the server found; null when it could not be reached. */
export function obstacleOf(refusal: RescheduleRefusal | null): Obstacle {
  if (refusal === null) return { kind: 'passing', reference: null };
  if (refusal.kind === 'breaks') return breaking(refusal.hard, refusal.soft);
  if (refusal.kind === 'stale') return { kind: 'stale', refusal };
  if (refusal.kind === 'failed') return { kind: 'passing', reference: refusal.reference };
  return { kind: 'final', why: refusal.kind };
}
