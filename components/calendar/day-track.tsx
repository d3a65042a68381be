import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { DayColumn, LabelledSpan } from '@/lib/calendar/day-column';
import type { MinuteSpan } from '@/lib/calendar/minutes-on-day';
import { AppointmentCard, TakenTime } from './appointment-card';
import { BOARD_MINUTES, placeOf, tall } from './geometry';
import { assignLanes } from './lanes';
import { NowLine } from './now-line';

const hourLines =
  'bg-[linear-gradient(to_bottom,var(--hairline)_1px,transparent_1px)] bg-[length:100%_calc(var(--minute)*60)]';

type DayTrackProps = {
  column: DayColumn;
  label: string;
  /** Why the whole day is closed, where it is not said above the board. */
  closure?: string | null;
  gridColumn: number;
  /** Whether the present moment is marked in it. */
  hasNow: boolean;
};

/**
 * One provider's day from 00:00 to 24:00: hours and breaks below, cards above. What has not changed since the
 * board was last asked for is the same value, and is not drawn anew.
 */
export const DayTrack = memo(function DayTrack(props: DayTrackProps) {
  const { column, label, closure = null, gridColumn, hasNow } = props;
  const t = useTranslations('calendar');
  const lanes = assignLanes(column.cards);
  const closed: LabelledSpan[] =
    closure === null ? [] : [{ from: 0, to: BOARD_MINUTES, label: t('closed', { label: closure }) }];
  const elsewhere = column.elsewhere.map((span) => ({
    ...span,
    label: t('elsewhere', { clinic: span.label }),
  }));
  return (
    <section
      aria-label={label}
      data-track
      className="hatched relative row-start-2 border-s border-hairline bg-paper [contain:strict]"
      style={{ gridColumn, blockSize: tall(BOARD_MINUTES) }}
    >
      {column.works.map((span) => (
        <Band key={span.from} span={span} className="bg-surface" />
      ))}
      {column.breaks.map((span) => (
        <Band key={span.from} span={span} className="bg-sunken" />
      ))}
      <div aria-hidden className={`absolute inset-0 ${hourLines}`} />
      {hasNow ? <NowLine /> : null}
      {[...closed, ...column.timeOff, ...elsewhere].map((span) => (
        <Band key={`${span.from} ${span.label}`} span={span} className="border-y border-hairline bg-sunken">
          {/* Said once, and in sight wherever the board stands. */}
          <p className="sticky top-11 truncate px-2 py-1 text-xs font-medium text-soft">{span.label}</p>
        </Band>
      ))}
      <ul className="absolute inset-y-0 start-0 end-1">
        {column.cards.map((card, index) => {
          const Card = card.isMatch ? AppointmentCard : TakenTime;
          return <Card key={card.appointment.id} card={card} lane={lanes[index] ?? { lane: 0, lanes: 1 }} />;
        })}
      </ul>
    </section>
  );
});

function Band({
  span,
  className,
  children,
}: {
  span: MinuteSpan;
  className: string;
  children?: React.ReactNode;
}) {
  return (
    <div className={`absolute inset-x-0 ${className}`} style={placeOf(span)}>
      {children}
    </div>
  );
}
