import { arrival } from '@/components/ui/arrival';
import { useSoon } from '@/components/ui/later';
import type { BoardWork } from './board-work';
import { ConfirmProposal, confirmMove } from './confirm-proposal';
import type { Desk, MoveColumn } from './move/desk';
import { useHands } from './use-hands';
import { WeekSlot } from './week-slot';

const hands = {
  deskOf: (desk: Desk): Desk => desk,
  pointer: arrival(() => import('./move/week-by-pointer').then((m) => m.carryInWeekByPointer)),
  keyboard: arrival(() => import('./move/week-by-keyboard').then((m) => m.carryInWeekByKeyboard)),
};

const MOVING = [hands.pointer, hands.keyboard, confirmMove];
const NOTHING: typeof MOVING = [];

type WeekLayerProps = { columns: readonly MoveColumn[]; work: BoardWork };

/** Lies over the week of a clinic: takes visits in hand, to other days and other providers, and shows where a new one could go. */
export function WeekLayer({ columns, work }: WeekLayerProps) {
  const { stage, speech, ...inHand } = useHands({ columns, work, ...hands });
  useSoon(work.may.reschedule ? MOVING : NOTHING);
  return (
    <div className="pointer-events-none absolute inset-0 z-20">
      <div ref={stage} className="absolute inset-0 [[data-carrying]_&]:pointer-events-auto" />
      {work.may.create ? <WeekSlot columns={columns} work={work} stage={stage} /> : null}
      <output ref={speech} aria-live="assertive" className="sr-only" />
      <ConfirmProposal hands={inHand} work={work} />
    </div>
  );
}
