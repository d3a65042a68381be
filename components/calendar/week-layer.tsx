import type { BoardWork } from './board-work';
import { ConfirmProposal } from './confirm-proposal';
import type { Desk, MoveColumn } from './move/desk';
import { useHands } from './use-hands';
import { WeekSlot } from './week-slot';

const hands = {
  deskOf: (desk: Desk): Desk => desk,
  loadPointer: () =>
    import('./move/week-by-pointer').then(({ carryInWeekByPointer }) => carryInWeekByPointer),
  loadKeyboard: () =>
    import('./move/week-by-keyboard').then(({ carryInWeekByKeyboard }) => carryInWeekByKeyboard),
};

type WeekLayerProps = { columns: readonly MoveColumn[]; work: BoardWork };

/** Lies over the week of a clinic: takes visits in hand, to other days and other providers, and shows where a new one could go. */
export function WeekLayer({ columns, work }: WeekLayerProps) {
  const { stage, speech, proposal, release, giveUp } = useHands({ columns, work, ...hands });
  return (
    <div className="pointer-events-none absolute inset-0 z-20">
      <div ref={stage} className="absolute inset-0 [[data-carrying]_&]:pointer-events-auto" />
      {work.may.create ? <WeekSlot columns={columns} work={work} stage={stage} /> : null}
      <output ref={speech} aria-live="assertive" className="sr-only" />
      <ConfirmProposal proposal={proposal} work={work} onMoved={release} onGiveUp={giveUp} />
    </div>
  );
}
