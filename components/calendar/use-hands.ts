import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Arrival } from '@/components/ui/arrival';
import { showToast } from '@/components/ui/toast';
import type { BoardWork } from './board-work';
import { askWhere } from './move/ask-where';
import type { Carried, Carry, Desk, Hold, MoveColumn, Proposal } from './move/desk';
import type { Point } from './move/edges';
import { useMoveWords } from './move/move-words';
import { recogniseHold } from './move/recognise';
import { WayBack } from './way-back';
import { carriedIn } from './why-fixed';

interface Hands<D extends Desk> {
  columns: readonly MoveColumn[];
  work: BoardWork;
  /** What this kind of board adds to a desk. Like the rest below it never changes. */
  deskOf: (desk: Desk) => D;
  /** What carries a visit comes with the first hand that reaches for one. */
  pointer: Arrival<(desk: D, hold: Hold) => Carry>;
  keyboard: Arrival<(desk: D, carried: Carried) => Carry>;
}

/** What a board draws of its hands, and asks about what they have put down. */
export type HandsOnBoard = Omit<ReturnType<typeof useHands>, 'stage' | 'speech'>;

/** Takes the visits of a board in hand, by mouse, finger or key, and says what happens to them. */
export function useHands<D extends Desk>(hands: Hands<D>) {
  const { columns, work, deskOf, pointer, keyboard } = hands;
  const t = useTranslations('calendar.move');
  const words = useMoveWords();
  const stage = useRef<HTMLDivElement>(null);
  const speech = useRef<HTMLOutputElement>(null);
  const carry = useRef<Carry | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  /** The code that carries could not be fetched, so that nothing was taken in hand. */
  const [missing, setMissing] = useState<Arrival<unknown> | null>(null);
  /** The card of the visit that was taken last, until the focus is back on it. */
  const home = useRef<string | null>(null);
  const [wayBack] = useState(() => new WayBack());
  const latest = useRef({ columns, work, words, t });
  useLayoutEffect(() => {
    latest.current = { columns, work, words, t };
  });

  /** Lets go of what is carried, and gives the focus back to its card. What was asked about it stays open. */
  const letGo = useCallback(() => {
    const board = stage.current?.closest<HTMLElement>('[data-board]');
    const held = carry.current;
    carry.current = null;
    board?.removeAttribute('data-carrying');
    held?.end();
    if (held) latest.current.work.hold(false);
    const card = home.current;
    if (card === null) return;
    // After the dialog has gone, which holds the focus until then; a visit that is in hand by then keeps it.
    afterPaint(() => {
      if (!carry.current) (board?.querySelector<HTMLElement>(card) ?? board)?.focus({ preventScroll: true });
    });
  }, []);

  /** The same, and nothing is asked any more. */
  const release = useCallback(() => {
    letGo();
    home.current = null;
    setProposal(null);
    setMissing(null);
  }, [letGo]);

  const shown = columns.map(({ column }) => `${column.provider.id} ${column.date}`).join();
  const last = useRef({ shown, columns });
  useEffect(() => {
    const before = last.current;
    last.current = { shown, columns };
    // The board shows something else while a visit is carried over it: another day, or what others have changed.
    if (before.shown !== shown) {
      carry.current?.rebase();
      wayBack.arrive(latest.current.work, stage.current);
    } else if (before.columns !== columns) carry.current?.refresh();
  }, [shown, columns, wayBack]);

  useEffect(() => {
    const board = stage.current?.closest<HTMLElement>('[data-board]');
    const drawnOn = stage.current;
    if (!board || !drawnOn) return;
    const ending = new AbortController();
    const listen = { signal: ending.signal };
    const speak = (text: string) => sayIn(speech.current, text);
    const deskNow = (): D =>
      deskOf({
        frame: board,
        stage: drawnOn,
        columns: () => latest.current.columns,
        gridMinutes: latest.current.work.gridMinutes,
        words: latest.current.words,
        ask: (carried, durationMinutes) => askWhere(latest.current.columns, { carried, durationMinutes }),
        speak,
        propose: setProposal,
        putBack(reason) {
          speak(reason ?? latest.current.t('givenUp'));
          if (reason !== null) void showToast({ message: reason });
          release();
        },
        mayOverlap: latest.current.work.may.overlap,
        turn: (direction) => latest.current.work.turn(direction),
        turnBack: () => wayBack.go(latest.current.work),
      });
    const brought = <T>(code: Arrival<T>): Promise<T | null> =>
      code.load().catch(() => {
        setMissing(code);
        return null;
      });
    const visitOf = (target: EventTarget | null) => carriedIn(latest.current, target);
    const take = ({ card }: Carried, begin: () => Carry) => {
      home.current = null;
      release();
      home.current = `[data-visit="${card.appointment.id}"] > a`;
      wayBack.begin(latest.current.work, home.current);
      board.setAttribute('data-carrying', '');
      latest.current.work.hold(true);
      carry.current = begin();
    };

    board.addEventListener('pointerover', pointer.reach, { ...listen, once: true });
    board.addEventListener(
      'pointerdown',
      (event) => {
        const found = visitOf(event.target);
        if (!found || found.fixed !== null || event.button !== 0 || carry.current) return;
        const how =
          event.target instanceof Element && event.target.closest('[data-resize]') ? 'resize' : 'move';
        let isDown = true;
        const up = () => (isDown = false);
        addEventListener('pointerup', up, { once: true });
        addEventListener('pointercancel', up, { once: true });
        recogniseHold(event, async (grip) => {
          swallowClick();
          // The hand goes on while its code is on the way.
          let now: Point = grip;
          const waiting = new AbortController();
          addEventListener('pointermove', (move) => (now = { x: move.clientX, y: move.clientY }), {
            signal: waiting.signal,
          });
          const carryByPointer = await brought(pointer);
          waiting.abort();
          if (!isDown || !carryByPointer) return;
          const { carried } = found;
          take(carried, () => carryByPointer(deskNow(), { carried, grip, now, how }));
        });
      },
      listen,
    );
    // A page that scrolls under a carried visit would drop it.
    board.addEventListener('touchmove', (event) => carry.current && event.preventDefault(), {
      ...listen,
      passive: false,
    });
    board.addEventListener(
      'contextmenu',
      (event) => {
        const isTouch = event instanceof PointerEvent && event.pointerType !== 'mouse';
        if (isTouch && visitOf(event.target)?.fixed === null) event.preventDefault();
      },
      listen,
    );
    board.addEventListener('dragstart', (event) => event.preventDefault(), listen);
    board.addEventListener(
      'keydown',
      (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || carry.current) return;
        if (event.key.toLowerCase() !== 'm' && event.code !== 'KeyM') return;
        const found = visitOf(event.target);
        if (!found) return;
        event.preventDefault();
        event.stopPropagation();
        if (found.fixed !== null)
          return void showToast({ message: latest.current.t(`fixed.${found.fixed}`) });
        const { carried } = found;
        void brought(keyboard).then(
          (carryByKeyboard) => carryByKeyboard && take(carried, () => carryByKeyboard(deskNow(), carried)),
        );
      },
      listen,
    );
    return () => {
      ending.abort();
      carry.current?.end();
      carry.current = null;
    };
  }, [release, wayBack, deskOf, pointer, keyboard]);

  /** The question about a place is left without an answer. */
  const giveUp = useCallback(() => {
    release();
    wayBack.go(latest.current.work);
    // Said once the dialog has gone, which covers what is said on the board.
    afterPaint(() => sayIn(speech.current, latest.current.t('givenUp')));
  }, [release, wayBack]);

  const fetchMissing = () => {
    setMissing(null);
    missing?.load().catch(() => setMissing(missing));
  };

  return { stage, speech, proposal, isMissing: missing !== null, fetchMissing, letGo, release, giveUp };
}

/** What a live region holds already is not spoken again: a space that nobody hears makes it another text. */
function sayIn(region: HTMLElement | null, text: string): void {
  if (region) region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

const afterPaint = (work: () => void) => requestAnimationFrame(() => requestAnimationFrame(work));

/** The press that ends a drag is no press of the card's link. */
function swallowClick() {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  addEventListener(
    'pointerup',
    () => setTimeout(() => removeEventListener('click', swallow, { capture: true })),
    { once: true },
  );
}
