'use client';

import { ChevronLeft, ChevronRight, List, Printer } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { IconButton } from '@/components/ui/icon-button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { CalendarQuery } from '@/lib/calendar/input';
import { CALENDAR_VIEWS, type CalendarHref, calendarHref, onDate } from './address';
import { DateJump } from './date-jump';

/** Where one can go from here; also by key. */
export interface CalendarPlaces {
  previous: CalendarHref;
  today: CalendarHref;
  next: CalendarHref;
  day: CalendarHref;
  week: CalendarHref;
  month: CalendarHref;
}

type CalendarNavigationProps = {
  query: CalendarQuery;
  /** The day shown, or the one whose week is. */
  date: string;
  today: string;
  weekStart: number;
  places: CalendarPlaces;
};

export function CalendarNavigation({ query, date, today, weekStart, places }: CalendarNavigationProps) {
  const t = useTranslations('calendar');
  const common = useTranslations('common');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const go = (href: CalendarHref) => startTransition(() => router.push(href));
  const step = buttonClass({ variant: 'secondary', isIconOnly: true });
  return (
    <div data-pending={isPending || undefined} className="flex flex-wrap items-center gap-2">
      <IconButton
        label={t('print')}
        icon={<Printer aria-hidden className="size-4" />}
        onClick={() => print()}
        className="max-md:hidden"
      />
      <ButtonLink href="/appointments" prefetch={false} icon={<List aria-hidden className="size-4" />}>
        {t('list')}
      </ButtonLink>
      <ButtonLink href={places.today} prefetch={false} aria-keyshortcuts="t">
        {common('today')}
      </ButtonLink>
      <div className="flex items-center gap-1">
        <Link
          href={places.previous}
          prefetch={false}
          aria-label={t(`previous.${query.view}`)}
          aria-keyshortcuts="ArrowLeft"
          className={step}
        >
          <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        </Link>
        <Link
          href={places.next}
          prefetch={false}
          aria-label={t(`next.${query.view}`)}
          aria-keyshortcuts="ArrowRight"
          className={step}
        >
          <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
        </Link>
        <DateJump
          date={date}
          weekStart={weekStart}
          onChoose={(chosen) => go(calendarHref(onDate(query, chosen, today)))}
        />
      </div>
      <SegmentedControl
        label={t('view')}
        isLabelHidden
        value={query.view}
        options={CALENDAR_VIEWS.map((view) => ({ value: view, label: t(view) }))}
        onChange={(view) => go(places[CALENDAR_VIEWS.find((each) => each === view) ?? 'day'])}
      />
    </div>
  );
}
