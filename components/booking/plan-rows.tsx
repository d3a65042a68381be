'use client';

import { CalendarClock, Pin, PinOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type ComponentProps, memo } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import type { Proposal } from '@/lib/packages/propose-plan';
import type { BrokenRule } from '@/lib/scheduling/check-plan';
import type { FormChange, PinnedSession } from './booking-form';
import { rowId } from './plan-row-place';
import type { PlacedRow } from './plan-view';
import { useRefusalWords } from './reason-words';

type PlanRowsProps = {
  proposal: Proposal;
  /** What is held by hand; the plan knows more that only stays where it is. */
  pinned: readonly PinnedSession[];
  changed: ReadonlySet<number>;
  make: (change: FormChange) => void;
  onPlace: (number: number) => void;
};

const cell = 'py-1 ps-3 align-middle whitespace-nowrap max-sm:ps-2';
const nothing: readonly never[] = [];

/** Every placed session: its number, day, time, who gives it and where. */
export const PlanRows = memo(function PlanRows({ proposal, pinned, changed, make, onPlace }: PlanRowsProps) {
  const t = useTranslations('booking');
  const { placed, timeZone, providers, rooms } = proposal;
  const byHand = new Set(pinned.map(({ number }) => number));
  const hasRooms = placed.some(({ roomId }) => roomId !== null);
  if (placed.length === 0) return null;
  return (
    <table aria-label={t('planTable')} className="w-full border-collapse text-start text-work">
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('columns.number')}</th>
          <th scope="col">{t('columns.day')}</th>
          <th scope="col">{t('columns.time')}</th>
          <th scope="col">{t(hasRooms ? 'columns.providerAndRoom' : 'fields.providerId')}</th>
          <th scope="col">{t('columns.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {placed.map(({ broken, ...row }) => (
          <PlanRow
            key={row.number}
            {...row}
            {...{ timeZone, make, onPlace }}
            isPinned={byHand.has(row.number)}
            provider={providers[row.providerId] ?? ''}
            room={hasRooms ? (rooms[row.roomId ?? ''] ?? '') : null}
            broken={broken.length === 0 ? nothing : broken}
            isChanged={changed.has(row.number)}
          />
        ))}
      </tbody>
    </table>
  );
});

type PlanRowProps = Omit<PlacedRow, 'broken'> &
  Pick<PlanRowsProps, 'make' | 'onPlace'> & {
    timeZone: string;
    provider: string;
    /** Empty for a session without one, null where none has any. */
    room: string | null;
    broken: readonly BrokenRule[];
    isChanged: boolean;
  };

/** Told in plain values: of a hundred rows only those are drawn anew that say something else. */
const PlanRow = memo(function PlanRow(props: PlanRowProps) {
  const { number, start, provider, room, broken, isPinned, isChanged, timeZone, make, onPlace } = props;
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const format = useFormatter();
  const day = new Date(start);
  const Icon = isPinned ? PinOff : Pin;
  function turnPin() {
    if (isPinned) return make({ kind: 'unpin', number });
    const { providerId, roomId } = props;
    make({ kind: 'pin', place: { number, providerId, roomId, start } });
  }
  return (
    <tr
      id={rowId(number)}
      className={`h-9 border-b border-hairline transition-colors last:border-b-0 ${isChanged ? 'bg-accent-soft' : ''}`}
    >
      <th
        scope="row"
        className="relative w-10 min-w-10 py-1 ps-2 text-end max-sm:w-8 max-sm:min-w-8 align-middle font-normal text-soft"
      >
        {isChanged ? (
          <span className="absolute inset-y-0 start-0 w-[3px] bg-accent">
            <span className="sr-only">{t('changed')}</span>
          </span>
        ) : null}
        {number}
      </th>
      <td className={cell}>{format.dateTime(day, 'day', { timeZone })}</td>
      <td className={`${cell} font-medium`}>
        <span className="ltr">{format.dateTime(day, 'time', { timeZone })}</span>
      </td>
      <td
        className="max-w-0 min-w-32 py-1 ps-3 align-middle max-sm:min-w-20 max-sm:ps-2"
        style={{ width: '100%' }}
      >
        <bdi className="block w-fit max-w-full truncate max-sm:leading-5 max-sm:whitespace-normal rtl:text-right">
          {provider}
        </bdi>
        {room === null || room === '' ? null : (
          <>
            <span className="sr-only">{`${common('comma')} `}</span>
            <bdi className="block w-fit max-w-full truncate text-sm text-soft">{room}</bdi>
          </>
        )}
        {broken.length === 0 ? null : <BrokenRules broken={broken} provider={provider} />}
      </td>
      <td className="text-end whitespace-nowrap" data-print="hide">
        <RowButton label={t('place.change', { number })} onClick={() => onPlace(number)}>
          <CalendarClock aria-hidden className="size-4" />
        </RowButton>
        <RowButton
          label={t(isPinned ? 'place.unpin' : 'place.pin', { number })}
          aria-pressed={isPinned}
          // A phone has room for the name instead; placing a session by hand pins it as well.
          className={isPinned ? '' : 'max-sm:hidden'}
          onClick={turnPin}
        >
          <Icon aria-hidden className={`size-4 ${isPinned ? 'text-accent' : ''}`} />
        </RowButton>
      </td>
    </tr>
  );
});

type RowButtonProps = ComponentProps<'button'> & { label: string };

/** Two hundred of these stand beside one form: a plain button with the browser's own tooltip. */
function RowButton({ label, className = '', ...button }: RowButtonProps) {
  return (
    <button
      {...button}
      type="button"
      aria-label={label}
      title={label}
      className={buttonClass({
        variant: 'quiet',
        isIconOnly: true,
        className: `size-10! coarse:size-11! ${className}`,
      })}
    />
  );
}

/** Why a place chosen by hand does not hold, under the row that has it. */
function BrokenRules({ broken, provider }: { broken: readonly BrokenRule[]; provider: string }) {
  const say = useRefusalWords();
  return (
    <ul className="text-sm whitespace-normal text-warn">
      {broken.map((rule) => (
        <li key={rule}>{say(rule, provider)}</li>
      ))}
    </ul>
  );
}
