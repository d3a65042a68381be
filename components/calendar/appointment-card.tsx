import { Layers2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StateGlyph } from '@/components/ui/state-glyph';
import type { DayCard } from '@/lib/calendar/day-column';
import { placeOf } from './geometry';
import { type Lane, laneStyle } from './lanes';
import { nameClass, useVisitRest } from './visit-label';

const looks: Record<DayCard['appointment']['status'], string> = {
  SCHEDULED: 'border-edge/40 bg-surface hover:border-edge',
  ARRIVED: 'border-accent/50 bg-accent-soft hover:border-accent',
  COMPLETED: 'border-transparent bg-done-soft hover:border-done/60',
  NO_SHOW: 'border-edge/40 bg-sunken text-soft hover:border-edge',
  CANCELLED: 'border-dashed border-edge/60 bg-paper text-faint line-through hover:border-edge',
};

/** How many minutes a card needs to hold a second and a third line. */
const TWO_LINES = 30;
const THREE_LINES = 45;

/** Beside another card there is little room: what does not fit as a whole is left out, and nothing is cut in two. */
const besideClass = 'h-4 flex-wrap gap-x-px overflow-clip';

/**
 * One appointment on the board. The whole card is a link, and everything it means is in its name: what is written
 * on it, and after that what is only heard. There are hundreds of them, so each is as few boxes as it can be: what
 * clips or stands by itself costs time in every frame that scrolls.
 */
export function AppointmentCard({ card, lane }: { card: DayCard; lane: Lane }) {
  const t = useTranslations('calendar');
  const rest = useVisitRest();
  const { appointment, from, to } = card;
  const { status, service, position, patientName } = appointment;
  const minutes = to - from;
  const isBeside = lane.lanes > 1 && minutes >= TWO_LINES;
  const hasService = minutes >= THREE_LINES;
  const serviceName = service?.name ?? t('noService');
  const time = card.hasBegunBefore ? t('until', { time: card.endTime }) : card.startTime;
  return (
    <li
      data-visit={appointment.id}
      className="group/card absolute p-px focus-within:z-10 data-ghost:opacity-35"
      style={{ ...placeOf(card), ...laneStyle(lane) }}
    >
      <Link
        href={`/appointments/${appointment.id}`}
        prefetch={false}
        draggable={false}
        aria-keyshortcuts="m"
        // The start edge has the service's colour; what is cancelled is dashed on the other three.
        className={`flex h-full min-h-5 overflow-clip rounded-sm border border-s-[3px] [border-inline-start-style:solid] ps-[5px] text-sm select-none [-webkit-touch-callout:none] focus-visible:outline-offset-0 data-shown:outline-2 data-shown:outline-accent ${looks[status]} ${isBeside ? 'pe-1' : 'pe-1.5'} ${
          minutes < TWO_LINES
            ? 'items-center gap-1.5'
            : minutes < THREE_LINES
              ? 'flex-col items-start'
              : 'flex-col items-start py-0.5'
        }`}
        style={{ borderInlineStartColor: service?.colour ?? 'var(--edge)' }}
      >
        <span
          className={`flex shrink-0 items-center self-stretch text-xs font-medium ${isBeside ? besideClass : 'gap-1'}`}
        >
          <CardGlyph status={status} />
          <span>{time}</span>
          {appointment.isOverlapping ? <Layers2 aria-hidden className="size-3 shrink-0 text-warn" /> : null}
          {minutes >= TWO_LINES ? <Position position={position} /> : null}
        </span>
        {/* A flex row draws no spaces; whoever reads the words apart from the boxes needs them. */}{' '}
        <span dir="auto" title={patientName} className={`leading-5 font-medium ${nameClass}`}>
          {patientName}
        </span>
        {minutes < TWO_LINES ? <Position position={position} /> : null}
        {hasService ? (
          <span dir="auto" className={`text-xs text-soft ${nameClass}`}>
            {' '}
            {serviceName}
          </span>
        ) : null}
        <span className="sr-only">{rest(card, { hasService })}</span>
      </Link>
      {isOpen(status) && !card.hasBegunBefore ? (
        // Pulled by mouse or finger, and only there when one is near; by keyboard the length changes while moving.
        <span
          aria-hidden
          data-resize
          className="absolute inset-x-0 bottom-0 hidden h-1.5 cursor-ns-resize after:absolute after:inset-x-[calc(50%-8px)] after:bottom-[3px] after:h-0.5 after:rounded-full after:bg-edge in-data-movable:group-hover/card:block coarse:h-4 coarse:after:opacity-60 coarse:in-data-movable:block"
        />
      ) : null}
    </li>
  );
}

const isOpen = (status: DayCard['appointment']['status']) => status === 'SCHEDULED' || status === 'ARRIVED';

/** What is still to come has a ring, which a box can be: as a drawing each would be painted by itself. */
function CardGlyph({ status }: { status: DayCard['appointment']['status'] }) {
  if (!isOpen(status)) return <StateGlyph state={status} className="size-3" />;
  return (
    <span
      aria-hidden
      className={`m-px size-2.5 shrink-0 rounded-full border-[1.5px] border-accent p-[1.5px] ${
        status === 'ARRIVED' ? 'bg-accent bg-clip-content' : ''
      }`}
    />
  );
}

/** Session 4 of 12, as the card has room for it. */
function Position({ position }: { position: DayCard['appointment']['position'] }) {
  if (!position) return null;
  return (
    // The margin belongs to the line's direction, the figures to their own. They are drawn and not written, since
    // the card's name says them in words.
    <span aria-hidden className="ms-auto shrink-0 ps-1 text-xs font-normal text-soft">
      <span
        data-position={`${position.number}/${position.count}`}
        className="ltr before:content-[attr(data-position)]"
      />
    </span>
  );
}

/** Time that is taken by something the filters leave out: there, but without its story. */
export function TakenTime({ card, lane }: { card: DayCard; lane: Lane }) {
  return (
    <li aria-hidden className="absolute p-px" style={{ ...placeOf(card), ...laneStyle(lane) }}>
      <div className="h-full rounded-sm bg-ink/6" />
    </li>
  );
}
