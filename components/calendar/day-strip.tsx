'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, type TouchEvent, useRef } from 'react';
import type { CalendarHref } from './address';

export interface StripDay {
  date: string;
  /** Sun */
  weekday: string;
  /** 3 */
  number: string;
  /** Sunday 3 January 2027 */
  name: string;
  href: CalendarHref;
  isShown: boolean;
  isToday: boolean;
}

/** The days of the week under the thumb, on a phone. */
export function DayStrip({ days }: { days: readonly StripDay[] }) {
  const t = useTranslations('calendar');
  return (
    <nav aria-label={t('days')} data-print="hide" className="md:hidden">
      <ul className="grid grid-cols-7">
        {days.map((day) => (
          <li key={day.date}>
            <Link
              href={day.href}
              prefetch={false}
              aria-current={day.isShown ? 'date' : undefined}
              className={`flex h-14 flex-col items-center justify-center rounded text-sm ${
                day.isShown ? 'bg-accent-soft font-semibold text-ink' : 'text-soft'
              } ${day.isToday ? 'text-accent' : ''}`}
            >
              <span aria-hidden className="text-xs font-normal">
                {day.weekday}
              </span>
              <span aria-hidden>{day.number}</span>
              <span className="sr-only">{day.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const FAR_PX = 64;
/** A swipe goes sideways: at least twice as far as up or down. */
const SLOPE = 2;

/** A swipe over the list turns to the next day or back, in the direction that the language reads. */
export function SwipeDays({
  previous,
  next,
  children,
}: {
  previous: CalendarHref;
  next: CalendarHref;
  children: ReactNode;
}) {
  const router = useRouter();
  const start = useRef<{ x: number; y: number } | null>(null);

  function begin(event: TouchEvent) {
    const touch = event.touches[0];
    start.current = touch && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
  }
  function end(event: TouchEvent) {
    const touch = event.changedTouches[0];
    if (!start.current || !touch || !matchMedia('(max-width: 767px)').matches) return;
    const along = touch.clientX - start.current.x;
    const across = Math.abs(touch.clientY - start.current.y);
    start.current = null;
    if (Math.abs(along) < FAR_PX || Math.abs(along) < across * SLOPE) return;
    const isForward = along < 0 === (document.documentElement.dir !== 'rtl');
    router.push(isForward ? next : previous);
  }
  return (
    <div onTouchStart={begin} onTouchEnd={end} className="contents">
      {children}
    </div>
  );
}
