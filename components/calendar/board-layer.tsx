import { useCallback, useEffect } from 'react';
import { arrival } from '@/components/ui/arrival';
import { useSoon } from '@/components/ui/later';
import type { BoardWork } from './board-work';
import { ConfirmProposal, confirmMove } from './confirm-proposal';
import type { BoardDesk, Desk, MoveColumn } from './move/desk';
import { scaleOf } from './move/measure';
import type { Scale } from './move/scale';
import { NewSlot } from './new-slot';
import { useHands } from './use-hands';

const hands = {
  deskOf: (desk: Desk): BoardDesk => ({
    ...desk,
    scale: () =>
      scaleOf({ stage: desk.stage, columnCount: desk.columns().length, gridMinutes: desk.gridMinutes }),
  }),
  pointer: arrival(() => import('./move/by-pointer').then((m) => m.carryByPointer)),
  keyboard: arrival(() => import('./move/by-keyboard').then((m) => m.carryByKeyboard)),
};

const MOVING = [hands.pointer, hands.keyboard, confirmMove];
const NOTHING: typeof MOVING = [];

/** So long after its last step the board has come to rest; a wheel turns in many that end each by itself. */
const STILL_MS = 120;

type BoardLayerProps = { columns: readonly MoveColumn[]; work: BoardWork };

/** Lies over the columns: takes visits in hand, shows where a new one could go, and says what happens. */
export function BoardLayer({ columns, work }: BoardLayerProps) {
  const { stage, speech, ...inHand } = useHands({ columns, work, ...hands });
  useSoon(work.may.reschedule ? MOVING : NOTHING);
  const { gridMinutes } = work;
  const columnCount = columns.length;
  const scale = useCallback((): Scale => {
    if (!stage.current) throw new Error('The board is not there.');
    return scaleOf({ stage: stage.current, columnCount, gridMinutes });
  }, [stage, columnCount, gridMinutes]);

  useEffect(() => {
    const board = stage.current?.closest<HTMLElement>('[data-board]');
    if (!board) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stand = () => board.removeAttribute('data-passing');
    const pass = () => {
      clearTimeout(timer);
      timer = setTimeout(stand, STILL_MS);
      board.setAttribute('data-passing', '');
    };
    board.addEventListener('scroll', pass, { passive: true });
    // A mouse that moves by itself wants something of what is under it, now.
    board.addEventListener('pointermove', stand, { passive: true });
    return () => {
      clearTimeout(timer);
      board.removeEventListener('scroll', pass);
      board.removeEventListener('pointermove', stand);
    };
  }, [stage]);

  return (
    <div className="pointer-events-none relative z-20 col-start-2 -col-end-1 row-start-2">
      {/* While the board scrolls or a visit is carried, the mouse meets this pane and not, one after another,
          every card that passes under it: each would light up, and the board be drawn again. */}
      <div
        ref={stage}
        className="absolute inset-0 [[data-carrying]_&]:pointer-events-auto pointer-fine:[[data-passing]_&]:pointer-events-auto"
      />
      {work.may.create ? (
        <NewSlot
          clinicId={work.clinicId}
          columns={columns}
          today={work.today}
          nowMinute={work.nowMinute}
          stage={stage}
          scale={scale}
        />
      ) : null}
      <output ref={speech} aria-live="assertive" className="sr-only" />
      <ConfirmProposal hands={inHand} work={work} />
    </div>
  );
}
