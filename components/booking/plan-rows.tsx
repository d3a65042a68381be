'use client';

import { CalendarClock, Pin, PinOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import type { Proposal } from '@/lib/packages/propose-plan';
import type { FormChange } from './booking-form';
import { rowId } from './plan-row-place';
import type { PlacedRow } from './plan-view';
import { useBrokenRuleWords } from './reason-words';

type PlanRowsProps = {
  proposal: Proposal;
  changed: ReadonlySet<number>;
  make: (change: FormChange) => void;
  onPlace: (number: number) => void;
};

const cell = 'py-1 ps-3 align-middle whitespace-nowrap';

/** Every placed session: its number, day, time, who gives it and where. */
export function PlanRows({ proposal, changed, make, onPlace }: PlanRowsProps) {
  const t = useTranslations('booking');
  const hasRooms = proposal.placed.some(({ roomId }) => roomId !== null);
  if (proposal.placed.length === 0) return null;
  return (
    <table aria-label={t('planTable')} className="w-full border-collapse text-start text-work">
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('columns.number')}</th>
          <th scope="col">{t('columns.day')}</th>
          <th scope="col">{t('columns.time')}</th>
          <th scope="col">{t('fields.providerId')}</th>
          {hasRooms ? <th scope="col">{t('columns.room')}</th> : null}
          <th scope="col">{t('columns.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {proposal.placed.map((row) => (
          <PlanRow
            key={row.number}
            row={row}
            proposal={proposal}
            hasRooms={hasRooms}
            isChanged={changed.has(row.number)}
            {...{ make, onPlace }}
          />
        ))}
      </tbody>
    </table>
  );
}

type PlanRowProps = Pick<PlanRowsProps, 'proposal' | 'make' | 'onPlace'> & {
  row: PlacedRow;
  hasRooms: boolean;
  isChanged: boolean;
};

function PlanRow({ row, proposal, hasRooms, isChanged, make, onPlace }: PlanRowProps) {
  const t = useTranslations('booking');
  const format = useFormatter();
  const { timeZone, providers, rooms } = proposal;
  const start = new Date(row.start);
  return (
    <tr
      id={rowId(row.number)}
      className={`h-9 border-b border-hairline transition-colors last:border-b-0 ${isChanged ? 'bg-accent-soft' : ''}`}
    >
      <th
        scope="row"
        className="relative w-10 min-w-10 py-1 ps-2 text-end align-middle font-normal text-soft"
      >
        {isChanged ? (
          <span className="absolute inset-y-0 start-0 w-[3px] bg-accent">
            <span className="sr-only">{t('changed')}</span>
          </span>
        ) : null}
        {row.number}
      </th>
      <td className={cell}>{format.dateTime(start, 'day', { timeZone })}</td>
      <td className={`${cell} font-medium`}>
        <span className="ltr">{format.dateTime(start, 'time', { timeZone })}</span>
      </td>
      <td className="max-w-0 truncate py-1 ps-3 align-middle" style={{ width: '100%' }}>
        <bdi>{providers[row.providerId]}</bdi>
        <BrokenRules row={row} />
      </td>
      {hasRooms ? (
        <td className={`${cell} pe-1 text-soft max-sm:hidden`}>
          <bdi>{row.roomId ? rooms[row.roomId] : ''}</bdi>
        </td>
      ) : null}
      <td className="text-end whitespace-nowrap" data-print="hide">
        <IconButton
          label={t('place.change', { number: row.number })}
          icon={<CalendarClock aria-hidden className="size-4" />}
          className="size-10! coarse:size-11!"
          onClick={() => onPlace(row.number)}
        />
        <IconButton
          label={t(row.isPinned ? 'place.unpin' : 'place.pin', { number: row.number })}
          aria-pressed={row.isPinned}
          // A phone has room for the name instead; placing a session by hand pins it as well.
          className={`size-10! coarse:size-11! ${row.isPinned ? '' : 'max-sm:hidden'}`}
          icon={
            row.isPinned ? (
              <PinOff aria-hidden className="size-4 text-accent" />
            ) : (
              <Pin aria-hidden className="size-4" />
            )
          }
          onClick={() =>
            make(row.isPinned ? { kind: 'unpin', number: row.number } : { kind: 'pin', place: pinOf(row) })
          }
        />
      </td>
    </tr>
  );
}

const pinOf = ({ number, providerId, roomId, start }: PlacedRow) => ({ number, providerId, roomId, start });

/** Why a place chosen by hand does not hold, under the row that has it. */
function BrokenRules({ row }: { row: PlacedRow }) {
  const say = useBrokenRuleWords();
  if (row.broken.length === 0) return null;
  return (
    <ul className="text-sm whitespace-normal text-warn">
      {row.broken.map((rule) => (
        <li key={rule}>{say(rule)}</li>
      ))}
    </ul>
  );
}
