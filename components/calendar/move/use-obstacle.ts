import { useEffect, useState } from 'react';
import { askWho } from './ask-who';
import type { Proposal } from './desk';
import { obstacleOfJudgement, obstacleOfVerdict } from './obstacle';

/** What stands in the way of a place: at once as the board knows it, and soon with everybody who has it. */
export function useObstacle(proposal: Proposal) {
  const [known] = useState(() => obstacleOfVerdict(proposal.verdict, proposal.reason));
  const [obstacle, setObstacle] = useState(known);
  useEffect(() => {
    if (known.kind !== 'breaks' || known.hard.length === 0) return;
    // The board does not know of everybody whom the visit runs into: pauses are not drawn on it.
    const asking = new AbortController();
    askWho(proposal, asking.signal).then(
      (judged) => setObstacle((now) => (now === known ? obstacleOfJudgement(judged) : now)),
      () => {
        // Then it stays as the board has it: the server judges the move itself anyway.
      },
    );
    return () => asking.abort();
  }, [known, proposal]);
  return [obstacle, setObstacle] as const;
}
