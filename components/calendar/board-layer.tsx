'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { showToast } from '@/components/ui/toast';
import type { DayCard } from '@/lib/calendar/day-column';
import type { FeasibleDay } from '@/lib/calendar/feasibility';
import type { BoardWork } from './board-work';
import type { Carry } from './move/carry';
import type { Carried, Desk, MoveColumn, Proposal } from './move/desk';
import { useMoveWords } from './move/move-words';
import { recogniseHold } from './move/recognise';
import type { Scale } from './move/scale';
import { NewSlot } from './new-slot';
import { whyFixed } from './why-fixed';

/* What carries a visit comes with the first hand that reaches for one. */
const loadPointer = () => import('./move/by-pointer');
const loadKeyboard = () => import('./move/by-keyboard');
const ConfirmMove = lazy(() => import('./move/confirm-move'));

type BoardLayerProps = { columns: readonly MoveColumn[]; work: BoardWork };

/** Lies over the columns: takes visits in hand, shows where a new one could go, and says what happens. */
export function BoardLayer({ columns, work }: BoardLayerProps) {
  const t = useTranslations('calendar.move');
  const words = useMoveWords();
  const stage = useRef<HTMLDivElement>(null);
  const speech = useRef<HTMLOutputElement>(null);
  const carry = useRef<Carry | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const latest = useRef({ columns, work, words, t });
  useLayoutEffect(() => {
    latest.current = { columns, work, words, t };
  });

  const scale = useCallback((): Scale => {
    const element = stage.current;
    const count = latest.current.columns.length;
    if (!element) throw new Error('The board is not there.');
    return {
      pixelsPerMinute: element.clientHeight / 1440,
      columnWidth: element.clientWidth / count,
      columnCount: count,
      isMirrored: getComputedStyle(element).direction === 'rtl',
      gridMinutes: latest.current.work.gridMinutes,
    };
  }, []);

  /** Lets go of what is carried, and gives the focus back to its card. */
  const release = useCallback(() => {
    const held = carry.current;
    if (!held) return;
    carry.current = null;
    setProposal(null);
    const board = stage.current?.closest('[data-board]');
    board?.removeAttribute('data-carrying');
    held.end();
    latest.current.work.hold(false);
    const card = `[data-visit="${held.carried.card.appointment.id}"] > a`;
    // After the dialog has gone, which holds the focus until then.
    afterPaint(() => {
      const place =
        board?.querySelector<HTMLElement>(card) ?? stage.current?.closest<HTMLElement>('[data-board]');
      place?.focus({ preventScroll: true });
    });
  }, []);

  const shown = columns.map(({ column }) => `${column.provider.id} ${column.date}`).join();
  useEffect(() => {
    // The board shows something else while a visit is carried over it: another day.
    if (shown !== '') carry.current?.rebase();
  }, [shown]);

  useEffect(() => {
    const board = stage.current?.closest<HTMLElement>('[data-board]');
    const drawnOn = stage.current;
    if (!board || !drawnOn) return;
    const hands = new AbortController();
    const listen = { signal: hands.signal };
    const speak = (text: string) => {
      if (speech.current) speech.current.textContent = text;
    };
    const deskNow = (): Desk => ({
      frame: board,
      stage: drawnOn,
      columns: () => latest.current.columns,
      scale,
      words: latest.current.words,
      ask: (carried, durationMinutes) => askWhere(latest.current, { carried, durationMinutes }),
      speak,
      propose: setProposal,
      putBack(reason) {
        speak(reason ?? latest.current.t('givenUp'));
        if (reason !== null) void showToast({ message: reason });
        release();
      },
      mayOverlap: latest.current.work.may.overlap,
      turn: (direction) => latest.current.work.turn(direction),
    });
    const visitOf = (
      target: EventTarget | null,
    ): { carried: Carried; fixed: ReturnType<typeof whyFixed> } | null => {
      const id =
        target instanceof Element ? target.closest<HTMLElement>('[data-visit]')?.dataset.visit : undefined;
      for (const { column } of latest.current.columns) {
        const card = column.cards.find((each) => each.appointment.id === id);
        if (card) return { carried: carriedOf(card, column), fixed: whyFixed(card, latest.current.work) };
      }
      return null;
    };
    const take = (begin: () => Carry) => {
      release();
      board.setAttribute('data-carrying', '');
      latest.current.work.hold(true);
      carry.current = begin();
    };

    board.addEventListener('pointerover', () => void loadPointer(), { ...listen, once: true });
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
          let now = grip;
          const waiting = new AbortController();
          addEventListener('pointermove', (move) => (now = { x: move.clientX, y: move.clientY }), {
            signal: waiting.signal,
          });
          const { carryByPointer } = await loadPointer();
          waiting.abort();
          if (isDown) take(() => carryByPointer(deskNow(), { carried: found.carried, grip, now, how }));
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
        void loadKeyboard().then(({ carryByKeyboard }) =>
          take(() => carryByKeyboard(deskNow(), found.carried)),
        );
      },
      listen,
    );
    return () => {
      hands.abort();
      carry.current?.end();
      carry.current = null;
    };
  }, [release, scale]);

  return (
    <div className="pointer-events-none relative z-20 col-start-2 -col-end-1 row-start-2">
      <div ref={stage} className="absolute inset-0" />
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
      {proposal ? (
        <Suspense>
          <ConfirmMove proposal={proposal} work={work} onClose={release} />
        </Suspense>
      ) : null}
    </div>
  );
}

const afterPaint = (work: () => void) => requestAnimationFrame(() => requestAnimationFrame(work));

const carriedOf = (card: DayCard, { provider, date }: MoveColumn['column']): Carried => ({
  card,
  durationMinutes: Math.round((card.appointment.end - card.appointment.start) / 60_000),
  providerId: provider.id,
  date,
});

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
    {
      once: true,
    },
  );
}

async function askWhere(
  { columns }: { columns: readonly MoveColumn[] },
  { carried, durationMinutes }: { carried: Carried; durationMinutes: number },
): Promise<readonly FeasibleDay[]> {
  const dates = columns.map(({ column }) => column.date).sort();
  const question = new URLSearchParams({
    appointment: carried.card.appointment.id,
    providers: [...new Set(columns.map(({ column }) => column.provider.id))].join(),
    from: dates[0] ?? carried.date,
    to: dates.at(-1) ?? carried.date,
    durationMinutes: String(durationMinutes),
  });
  const response = await fetch(`/api/calendar/feasibility?${question}`);
  if (!response.ok) throw new Error(`Asked where a visit could go: ${response.status}.`);
  const { days } = (await response.json()) as { days: FeasibleDay[] }; // as our own route answers
  return days;
}
