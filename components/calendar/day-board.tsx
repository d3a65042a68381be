'use client';

import { type ReactNode, useMemo } from 'react';
import type { DayColumn } from '@/lib/calendar/day-column';
import { BoardFrame } from './board-frame';
import { BoardLayer } from './board-layer';
import type { BoardWork } from './board-work';
import { DayTrack } from './day-track';
import { BOARD_MINUTES, tall } from './geometry';
import { NowMark, usePresentMinute } from './now-line';
import { TimeGutter } from './time-gutter';

export interface BoardColumn {
  key: string;
  head: ReactNode;
  /** What the column is, for those who listen. */
  label: string;
  /** Its day in full. */
  day: string;
  column: DayColumn;
  closure: string | null;
}

type DayBoardProps = {
  label: string;
  columns: readonly BoardColumn[];
  /** The present minute, and which column it belongs to: one day of a week, or all of them. */
  now: { minute: number; column: number | 'all' } | null;
  work: BoardWork;
};

const EARLY = 15;
const USUAL_START = 8 * 60;

/**
 * Time runs down, columns stand side by side: providers of a day, or days of a provider. Drawn in the browser
 * too, so that a day goes there as data, once, and not as the markup of each of its cards.
 */
export function DayBoard({ label, columns, now, work }: DayBoardProps) {
  const moveColumns = useMemo(
    () => columns.map(({ column, label: name, day, closure }) => ({ column, name, day, closure })),
    [columns],
  );
  const present = usePresentMinute(now?.minute ?? null);
  return (
    <BoardFrame label={label} isMovable={work.may.reschedule}>
      <div
        className="grid min-w-fit"
        style={{
          gridTemplateColumns: `3.5rem repeat(${columns.length}, minmax(10rem, 1fr))`,
          ...(present === null ? {} : { '--now': tall(present) }),
        }}
      >
        {/* One row that sticks, not forty heads that do: each would be placed anew whenever the board scrolls. */}
        <div className="sticky top-0 z-30 col-span-full grid grid-cols-subgrid border-b border-hairline bg-paper">
          <div className="sticky start-0 z-10 bg-paper" />
          {columns.map(({ key, head }) => (
            <div key={key} className="border-s border-hairline">
              {head}
            </div>
          ))}
        </div>
        <BoardLayer columns={moveColumns} work={work} />
        <TimeGutter opensAt={firstMinuteOf(columns)} />
        {columns.map(({ key, column, label: columnLabel, closure }, index) => (
          <DayTrack
            key={key}
            column={column}
            label={columnLabel}
            closure={closure}
            gridColumn={gridColumnOf(index)}
            hasNow={present !== null && (now?.column === 'all' || now?.column === index)}
          />
        ))}
        {now && present !== null ? (
          <div
            className={`pointer-events-none row-start-2 ${now.column === 'all' ? 'sticky start-0 z-20 col-start-1' : 'relative z-10'}`}
            style={now.column === 'all' ? undefined : { gridColumn: gridColumnOf(now.column) }}
          >
            <NowMark minute={present} hasClock={now.column === 'all'} />
          </div>
        ) : null}
      </div>
    </BoardFrame>
  );
}

/** Every track says its own place, since what marks the present moment lies over them. The first is the gutter. */
const gridColumnOf = (index: number) => index + 2;

/** Where the day begins to matter: the first working hour, or an earlier visit that begins on the day. */
function firstMinuteOf(columns: readonly BoardColumn[]): number {
  const starts = columns.flatMap(({ column }) =>
    [column.works[0], column.cards.find(({ hasBegunBefore }) => !hasBegunBefore)].flatMap((span) =>
      span ? [span.from] : [],
    ),
  );
  const first = starts.length === 0 ? USUAL_START : Math.min(...starts);
  return Math.min(Math.max(0, first - EARLY), BOARD_MINUTES);
}
