import { CalendarPlus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { timeOfMinute } from '@/lib/time/local-time';
import type { BoardWork } from './board-work';
import { bookingHref } from './booking-href';
import { freeSpans } from './free-spans';
import { cellBeside, cellsOn } from './move/cells';
import type { MoveColumn } from './move/desk';

type WeekSlotProps = {
  columns: readonly MoveColumn[];
  work: BoardWork;
  stage: RefObject<HTMLElement | null>;
};

/**
 * The way to a new booking from the week: one link at the foot of the day under the mouse, where a finger has
 * tapped, or where the arrow keys have brought it. It begins at the first free time of that day.
 */
export function WeekSlot({ columns, work, stage }: WeekSlotProps) {
  const t = useTranslations('calendar');
  const link = useRef<HTMLAnchorElement>(null);
  const time = useRef<HTMLSpanElement>(null);
  const spot = useRef(0);
  const known = useRef({ columns, work });
  useLayoutEffect(() => {
    known.current = { columns, work };
  });

  function firstFree(index: number): number | null {
    const column = known.current.columns[index]?.column;
    if (!column) return null;
    const { today, nowMinute, gridMinutes } = known.current.work;
    const isToday = column.date === today;
    const free = freeSpans(column, {
      isPast: column.date < today,
      nowMinute: isToday ? nowMinute : null,
    });
    for (const { from, to } of free) {
      const minute = Math.ceil(from / gridMinutes) * gridMinutes;
      if (minute < to) return minute;
    }
    return null;
  }
  /** Puts the link at the foot of a cell; one without a free time has none. */
  function put(cell: HTMLElement | null): boolean {
    const element = link.current;
    const index = Number(cell?.dataset.cell ?? -1);
    const column = known.current.columns[index];
    const minute = firstFree(index);
    if (!element || !cell || !column || minute === null) {
      element?.removeAttribute('data-shown');
      return false;
    }
    const origin = stage.current?.getBoundingClientRect();
    const box = cell.getBoundingClientRect();
    const words = timeOfMinute(minute);
    spot.current = index;
    element.style.width = `${box.width}px`;
    element.style.transform = `translate(${box.left - (origin?.left ?? 0)}px, ${box.bottom - (origin?.top ?? 0) - element.offsetHeight}px)`;
    element.href = bookingHref({ clinicId: known.current.work.clinicId, column, time: words });
    element.setAttribute('aria-label', t('newAt', { time: words, name: column.name }));
    if (time.current) time.current.textContent = words;
    element.setAttribute('data-shown', '');
    return true;
  }
  const cellsNow = () => [
    ...(stage.current?.closest('[data-board]')?.querySelectorAll<HTMLElement>('[data-cell]') ?? []),
  ];

  useEffect(() => {
    const board = stage.current?.closest<HTMLElement>('[data-board]');
    if (!board) return;
    const hands = new AbortController();
    const listen = { signal: hands.signal };
    const isOn = (target: EventTarget | null) => target instanceof Node && link.current?.contains(target);
    const cellOf = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
    board.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerType !== 'mouse' || isOn(event.target)) return;
        const isBusy = event.buttons !== 0 || board.hasAttribute('data-carrying');
        const cell = isBusy ? null : cellOf(event.target);
        const isThere = link.current?.hasAttribute('data-shown') && cell?.dataset.cell === `${spot.current}`;
        if (!isThere) put(cell);
      },
      listen,
    );
    board.addEventListener(
      'pointerleave',
      // A finger leaves with every tap, also with the one that is to open the link.
      ({ pointerType }) => pointerType === 'mouse' && document.activeElement !== link.current && put(null),
      listen,
    );
    board.addEventListener('click', (event) => isOn(event.target) || put(cellOf(event.target)), listen);
    return () => hands.abort();
  });

  function show() {
    if (link.current?.hasAttribute('data-shown')) return;
    const cells = cellsNow();
    if (!put(cells[spot.current] ?? null)) cells.some(put);
  }
  function turn(event: KeyboardEvent) {
    const board = stage.current?.closest<HTMLElement>('[data-board]');
    if (!stage.current || !board || !event.key.startsWith('Arrow')) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const cells = cellsOn(stage.current, board);
    // On to the next day that has a free time, that way.
    for (let at = spot.current; ; ) {
      const next = cellBeside(cells, at, event.key);
      if (next === at) return;
      at = next;
      if (firstFree(at) === null) continue;
      put(cells.all[at]?.element ?? null);
      link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
  }

  return (
    <Link
      ref={link}
      href="/bookings/new?kind=single"
      prefetch={false}
      onKeyDown={turn}
      onFocus={show}
      aria-label={t('newBooking')}
      className="pointer-events-none absolute top-0 left-0 z-10 flex h-6 scroll-mx-40 scroll-my-16 p-0.5 opacity-0 focus-visible:opacity-100 data-shown:pointer-events-auto data-shown:opacity-100 coarse:h-11 [[data-carrying]_&]:hidden"
    >
      <span className="flex w-full items-center gap-1.5 overflow-hidden rounded-sm border border-dashed border-accent bg-accent-soft ps-2 text-xs font-medium text-accent">
        <CalendarPlus aria-hidden className="size-3.5 shrink-0" />
        <span ref={time} className="ltr" />
        <span className="truncate">{t('newBooking')}</span>
      </span>
    </Link>
  );
}
