import { lazy, Suspense } from 'react';
import type { BoardWork } from './board-work';
import type { Proposal } from './move/desk';

const ConfirmMove = lazy(() => import('./move/confirm-move'));

type ConfirmProposalProps = {
  proposal: Proposal | null;
  work: BoardWork;
  onMoved: () => void;
  onGiveUp: () => void;
};

/** Asks about a place where a visit was put down, when there is one. */
export function ConfirmProposal({ proposal, ...asked }: ConfirmProposalProps) {
  if (!proposal) return null;
  return (
    <Suspense>
      <ConfirmMove proposal={proposal} {...asked} />
    </Suspense>
  );
}
