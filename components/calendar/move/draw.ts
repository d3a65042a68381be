import type { FeasibleDay } from '@/lib/calendar/feasibility';
import { BOARD_MINUTES, tall } from '../geometry';
import type { Carried, Desk, MoveColumn } from './desk';
import { leftOf, type Place, type Scale } from './scale';
import type { Verdict } from './verdict';

export const element = (className: string, parent?: HTMLElement): HTMLElement => {
  const made = document.createElement('div');
  made.className = className;
  parent?.append(made);
  return made;
};

export const moverLooks: Record<Verdict['kind'], string> = {
  unknown: 'border-edge',
  free: 'border-accent',
  unwished: 'border-warn-mark',
  blocked: 'border-dashed border-edge',
};
export const moverCard =
  'relative flex h-full flex-col items-start overflow-hidden rounded-sm border-2 bg-float ps-2 pe-1.5 text-sm shadow-float';
export const moverChip =
  'absolute inset-x-0 w-fit max-w-full rounded-sm bg-ink px-2 py-1 text-xs font-medium text-paper shadow-float';

/** The card in hand. It is drawn outside of React: a pointer moves it without anything else being drawn anew. */
export function drawMover(desk: Desk, carried: Carried) {
  const mover = element(
    'absolute top-0 left-0 z-10 scroll-mx-20 scroll-my-16 p-px outline-none will-change-transform focus-visible:outline-none',
    desk.stage,
  );
  mover.dataset.mover = '';
  const body = element(moverCard, mover);
  const edge = element('absolute inset-y-0 start-0 w-[3px]', body);
  edge.style.background = carried.card.appointment.service?.colour ?? 'var(--edge)';
  const time = element('ltr w-fit text-xs font-semibold', body);
  const name = element('max-w-full truncate font-medium leading-5', body);
  name.dir = 'auto';
  name.textContent = carried.card.appointment.patientName;
  const reason = element(moverChip, mover);
  const height = desk.frame.clientHeight;

  return {
    element: mover,
    show({ place, scale, verdict, words }: Shown) {
      const y = place.minute * scale.pixelsPerMinute;
      // Said where it can be seen: above the card in the lower half of the window. Asked before anything is
      // written, or the browser would have to lay the board out in between.
      const isLow = y - desk.frame.scrollTop > height / 2;
      mover.style.width = `${scale.columnWidth - 4}px`;
      mover.style.height = tall(place.durationMinutes);
      mover.style.transform = `translate(${leftOf(scale, place.column)}px, ${y}px)`;
      if (mover.dataset.verdict !== verdict.kind) {
        mover.dataset.verdict = verdict.kind;
        body.className = `${moverCard} ${moverLooks[verdict.kind]}`;
      }
      time.textContent = words.time;
      if (reason.textContent !== words.reason) reason.textContent = words.reason;
      reason.hidden = words.reason === '';
      reason.style.top = isLow ? '' : 'calc(100% + 2px)';
      reason.style.bottom = isLow ? 'calc(100% + 2px)' : '';
    },
  };
}

interface Shown {
  place: Place;
  scale: Scale;
  verdict: Verdict;
  words: { time: string; reason: string };
}

/** Dims what is blocked: one layer per column, painted with a gradient, however many spans it has. */
export function drawPaint(desk: Desk) {
  const paint = element('absolute inset-0');
  desk.stage.prepend(paint);
  return {
    element: paint,
    show(days: readonly FeasibleDay[] | null, columns: readonly MoveColumn[], scale: Scale) {
      paint.replaceChildren();
      for (const [index, { column }] of columns.entries()) {
        const day = days?.find(
          ({ providerId, date }) => providerId === column.provider.id && date === column.date,
        );
        if (!day) continue;
        const layer = element('absolute inset-y-0', paint);
        layer.dataset.painted = '';
        layer.style.left = `${leftOf(scale, index) + 1}px`;
        layer.style.width = `${scale.columnWidth - 1}px`;
        layer.style.backgroundImage = gradientOf(day);
      }
    },
  };
}

const DIM = 'color-mix(in srgb, var(--sunken) 72%, transparent)';
const WARN = 'color-mix(in srgb, var(--warn-soft) 70%, transparent)';

function gradientOf({ blocked }: FeasibleDay): string {
  const percent = (minute: number) => `${(minute / BOARD_MINUTES) * 100}%`;
  const stops: string[] = [];
  let last = 0;
  for (const { from, to, hard } of blocked) {
    stops.push(`transparent ${percent(last)} ${percent(from)}`);
    stops.push(`${hard.length > 0 ? DIM : WARN} ${percent(from)} ${percent(to)}`);
    last = to;
  }
  stops.push(`transparent ${percent(last)} 100%`);
  return `linear-gradient(to bottom, ${stops.join(', ')})`;
}

/** The card stays as a shadow of itself where the visit still is. */
export function markGhost({ frame }: Desk, carried: Carried, state: 'on' | 'off'): void {
  for (const found of frame.querySelectorAll(`[data-visit="${carried.card.appointment.id}"]`)) {
    found.toggleAttribute('data-ghost', state === 'on');
  }
}
