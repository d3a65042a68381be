import { CalendarPlus } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { timeOfMinute } from '@/lib/time/local-time';
import { bookingHref } from './booking-href';
import { freeSpans } from './free-spans';
import { tall } from './geometry';
import type { MoveColumn } from './move/desk';
import { columnAt, leftOf, onBoard, type Scale, stepped } from './move/scale';

type NewSlotProps = {
  clinicId: string;
  columns: readonly MoveColumn[];
  /** The clinic's today, and the minute its clock shows. */
  today: string;
  nowMinute: number | null;
  stage: RefObject<HTMLElement | null>;
  scale: () => Scale;
};

const LENGTH_MINUTES = 30;
type Spot = { column: number; minute: number; minutes: number };

const isSameSpot = (one: Spot, other: Spot | null) =>
  one.column === other?.column && one.minute === other.minute && one.minutes === other.minutes;

/**
 * The way to a new booking from an empty place: one link that stands under the mouse, where a finger has
 * tapped, or where the arrow keys have brought it. It is moved by hand, so that the board is not drawn anew.
 */
export function NewSlot({ clinicId, columns, today, nowMinute, stage, scale }: NewSlotProps) {
  const t = useTranslations('calendar');
  const router = useRouter();
  const link = useRef<HTMLAnchorElement>(null);
  const time = useRef<HTMLSpanElement>(null);
  const spot = useRef<Spot | null>(null);
  const known = useRef({ columns, today, nowMinute });
  useLayoutEffect(() => {
    known.current = { columns, today, nowMinute };
  });

  const freeOf = (index: number) => {
    const column = known.current.columns[index]?.column;
    if (!column) return [];
    const isToday = column.date === known.current.today;
    return freeSpans(column, {
      isPast: column.date < known.current.today,
      nowMinute: isToday ? known.current.nowMinute : null,
    });
  };
  /** The step of the grid that a minute lies in, when it is free. */
  function spotAt(column: number, minute: number): Spot | null {
    const { gridMinutes } = scale();
    const start = Math.floor(minute / gridMinutes) * gridMinutes;
    const span = freeOf(column).find(({ from, to }) => from <= start && start < to);
    return span ? { column, minute: start, minutes: Math.min(LENGTH_MINUTES, span.to - start) } : null;
  }
  function firstSpot(): Spot | null {
    const { gridMinutes } = scale();
    for (const column of known.current.columns.keys()) {
      for (const { from, to } of freeOf(column)) {
        const minute = Math.ceil(from / gridMinutes) * gridMinutes;
        if (minute < to) return { column, minute, minutes: Math.min(LENGTH_MINUTES, to - minute) };
      }
    }
    return null;
  }
  function put(next: Spot | null) {
    const isThere =
      next !== null && link.current?.hasAttribute('data-shown') && isSameSpot(next, spot.current);
    if (isThere) return;
    spot.current = next;
    const element = link.current;
    const column = next && known.current.columns[next.column];
    if (!element || !next || !column) return element?.removeAttribute('data-shown');
    const at = scale();
    const words = timeOfMinute(next.minute);
    element.style.width = `${at.columnWidth - 4}px`;
    element.style.height = tall(next.minutes);
    element.style.transform = `translate(${leftOf(at, next.column)}px, ${next.minute * at.pixelsPerMinute}px)`;
    element.href = bookingHref({ clinicId, column, time: words });
    element.setAttribute('aria-label', t('newAt', { time: words, name: column.name }));
    if (time.current) time.current.textContent = words;
    element.setAttribute('data-shown', '');
  }

  const days = columns.map(({ column }) => `${column.provider.id} ${column.date}`).join();
  const drawnFor = useRef('');
  useEffect(() => {
    const element = link.current;
    if (!element || (element.hasAttribute('data-shown') && drawnFor.current === days)) return;
    drawnFor.current = days;
    // Unseen, where the focus will find it: a browser scrolls to a link before the link can move.
    element.removeAttribute('data-shown');
    put(firstSpot());
    element.removeAttribute('data-shown');
  });

  useEffect(() => {
    const board = stage.current?.closest<HTMLElement>('[data-board]');
    if (!board) return;
    const hands = new AbortController();
    const listen = { signal: hands.signal };
    /** The free place under a pointer, or null over anything else. */
    function spotUnder(event: globalThis.PointerEvent | globalThis.MouseEvent): Spot | null {
      const target = event.target instanceof Element ? event.target : null;
      if (!target?.closest('[data-track]') || target.closest('[data-visit], a, button')) return null;
      const box = stage.current?.getBoundingClientRect();
      if (!box) return null;
      const at = scale();
      return spotAt(columnAt(at, event.clientX - box.left), (event.clientY - box.top) / at.pixelsPerMinute);
    }
    board.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerType !== 'mouse' || event.target === link.current) return;
        if (link.current?.contains(event.target as Node)) return; // the event of a pointer has a node as target
        put(event.buttons === 0 && !board.hasAttribute('data-carrying') ? spotUnder(event) : null);
      },
      listen,
    );
    board.addEventListener(
      'pointerleave',
      // A finger leaves with every tap, also with the one that is to open the link.
      ({ pointerType }) => pointerType === 'mouse' && document.activeElement !== link.current && put(null),
      listen,
    );
    board.addEventListener(
      'click',
      (event) => {
        if (!link.current?.contains(event.target as Node)) put(spotUnder(event)); // as above
      },
      listen,
    );
    return () => hands.abort();
  });

  function show() {
    if (!link.current?.hasAttribute('data-shown')) put(firstSpot());
  }
  function open(event: MouseEvent<HTMLAnchorElement>) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !link.current) return;
    event.preventDefault();
    const { pathname, search } = new URL(link.current.href);
    router.push(`${pathname}${search}` as `/bookings/new?${string}`); // as bookingHref has written it
  }
  function turn(event: KeyboardEvent) {
    const from = spot.current;
    if (!from || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepped(scale(), { ...from, durationMinutes: LENGTH_MINUTES }, event);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    const place = onBoard(scale(), next);
    const free = spotAt(place.column, place.minute);
    put(free ?? { ...from, ...place, minutes: LENGTH_MINUTES });
    link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return (
    <Link
      ref={link}
      href="/bookings/new?kind=single"
      prefetch={false}
      onClick={open}
      onKeyDown={turn}
      onFocus={show}
      aria-label={t('newBooking')}
      className="group/slot pointer-events-none absolute top-0 left-0 z-10 flex scroll-mx-20 scroll-my-16 p-px opacity-0 focus-visible:opacity-100 data-shown:pointer-events-auto data-shown:opacity-100 [[data-carrying]_&]:hidden"
    >
      <span className="flex w-full items-center gap-1.5 overflow-hidden rounded-sm border border-dashed border-accent bg-accent-soft ps-2 text-xs font-medium text-accent">
        <CalendarPlus aria-hidden className="size-3.5 shrink-0" />
        <span ref={time} className="ltr" />
        <span className="truncate">{t('newBooking')}</span>
      </span>
    </Link>
  );
}
