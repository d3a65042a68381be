import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { arrival } from '@/components/ui/arrival';
import { ShowLater } from '@/components/ui/later';
import { useKept } from '@/components/ui/use-kept';
import { useMissing } from '@/components/ui/use-missing';
import type { BoardWork } from './board-work';
import type { MoveReasons } from './move/confirm-move';
import type { HandsOnBoard } from './use-hands';

export const confirmMove = arrival(() => import('./move/confirm-move').then((m) => m.ConfirmMove));

const NO_REASONS: MoveReasons = { reason: '', overlapReason: '' };

type ConfirmProposalProps = { hands: HandsOnBoard; work: BoardWork };

/** Asks about a place where a visit was put down, when there is one; says what could not be fetched for it. */
export function ConfirmProposal({ hands, work }: ConfirmProposalProps) {
  const { proposal, isMissing, fetchMissing, letGo, release, giveUp } = hands;
  const missing = useMissing(giveUp);
  const reasons = useKept(NO_REASONS);
  // Above the board, which has an order of its own.
  if (isMissing) return createPortal(missing(fetchMissing), document.body);
  if (!proposal) return null;
  const { id } = proposal.carried.card.appointment;
  return (
    <ShowLater
      of={confirmMove}
      props={{
        proposal,
        work,
        entered: reasons.of(id),
        onMoved: () => {
          reasons.keep(id, NO_REASONS);
          release();
        },
        onGiveUp: (entered = NO_REASONS) => {
          reasons.keep(id, entered);
          giveUp();
        },
      }}
      missing={(again) =>
        createPortal(<BackAgain onShown={letGo}>{missing(again)}</BackAgain>, document.body)
      }
    />
  );
}

/** Nobody can be asked, so the visit goes back to its place; who tries again is asked about the same one. */
function BackAgain({ onShown, children }: { onShown: () => void; children: ReactNode }) {
  useEffect(onShown, [onShown]);
  return children;
}
