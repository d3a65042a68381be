import type { FieldFaults } from './field-faults';

/** Why a route of ours gave no answer: it could not be reached, or its problem's code. */
export class NoAnswer extends Error {
  constructor(
    readonly code: string,
    readonly fields: FieldFaults = {},
    /** The number under which the server has logged a failure of its own. */
    readonly reference = '',
    /** The state of what was asked for, which does not allow it. */
    readonly state: string | null = null,
  ) {
    super(`no answer: ${code}`);
  }
}

/** What a route has sent instead of an answer, as app/problem.ts writes it. */
export function refusalOf(answer: unknown): NoAnswer {
  if (typeof answer !== 'object' || answer === null || !('code' in answer)) return new NoAnswer('failed');
  const fields = 'fields' in answer ? (answer.fields as FieldFaults) : {}; // as said above
  const reference = 'reference' in answer ? String(answer.reference) : '';
  const state = 'state' in answer && typeof answer.state === 'string' ? answer.state : null;
  return new NoAnswer(String(answer.code), fields, reference, state);
}

/** How an answer was lost on the way, if it was; each time is another one. */
export const lossIn = (error: Error | null): NoAnswer | null =>
  error instanceof NoAnswer && error.code === 'network' ? error : null;

/** A network that comes and goes is tried again; an answer is an answer. */
export const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  lossIn(error) !== null && failures < 2;
