import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { arrival } from '@/components/ui/arrival';
import { ShowLater } from '@/components/ui/later';
import { useMissing } from '@/components/ui/use-missing';
import type { BoardWork } from './board-work';
import type { HandsOnBoard } from './use-hands';

export const confirmMove = arrival(() => import('./move/confirm-move').then((m) => m.ConfirmMove));

type ConfirmProposalProps = { hands: HandsOnBoard; work: BoardWork };

/** Asks about a place where a visit was put down, when there is one; says what could not be fetched for it. */
export function ConfirmProposal({ hands, work }: ConfirmProposalProps) {
  const { proposal, isMissing, fetchMissing, letGo, release, giveUp } = hands;
  const missing = useMissing(giveUp);
  // Above the board, which has an order of its own.
  if (isMissing) return createPortal(missing(fetchMissing), document.body);
  if (!proposal) return null;
  return (
    <ShowLater
      of={confirmMove}
      props={{ proposal, work, onMoved: release, onGiveUp: giveUp }}
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
