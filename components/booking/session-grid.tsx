'use client';

import { ArrowDownToLine, Plus, Repeat2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-style';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { type FormChange, noProviders, type SessionProviders, sessionRows } from './booking-form';
import { offeredProviders, type ProviderOption } from './booking-options';
import type { FieldsProps } from './field-place';

const LONGEST_NOTE = 500;

/** A row a session: its provider or pool, and a note. A hundred of them are filled by two buttons. */
export function SessionGrid({ form, make, options }: FieldsProps) {
  const t = useTranslations('booking');
  const rows = sessionRows(form);
  const offered = offeredProviders(options, form);
  const [first = noProviders, second = noProviders] = rows;
  const isOneChosen = first.providerIds.length > 0;
  const areTwoChosen = isOneChosen && second.providerIds.length > 0;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<ArrowDownToLine aria-hidden className="size-4" />}
          disabledReason={isOneChosen ? undefined : t('fillDownNeeds')}
          onClick={() => make({ kind: 'fill_down', from: 1 })}
        >
          {t('fillDown')}
        </Button>
        <Button
          icon={<Repeat2 aria-hidden className="size-4" />}
          disabledReason={areTwoChosen ? undefined : t('alternateNeeds')}
          onClick={() => make({ kind: 'alternate' })}
        >
          {t('alternate')}
        </Button>
      </div>
      {offered.length === 0 ? <p className="text-work text-warn">{t('nobodyQualified')}</p> : null}
      <ol className="flex flex-col divide-y divide-hairline">
        {rows.map((row, index) => (
          <SessionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a session is its number
            key={index}
            number={index + 1}
            row={row}
            offered={offered}
            all={options.providers}
            make={make}
            isLast={index === rows.length - 1}
          />
        ))}
      </ol>
    </div>
  );
}

type SessionRowProps = {
  number: number;
  row: SessionProviders;
  offered: readonly ProviderOption[];
  all: readonly ProviderOption[];
  make: (change: FormChange) => void;
  isLast: boolean;
};

/** Drawn anew only when it changes itself: typing a note must not draw a hundred rows. */
const SessionRow = memo(
  function SessionRow({ number, row, offered, all, make, isLast }: SessionRowProps) {
    const t = useTranslations('booking');
    const { providerIds, note } = row;
    const choose = (ids: string[]) => make({ kind: 'session', number, to: { providerIds: ids } });
    // An empty box stands for a provider who is still to be chosen.
    const boxes = providerIds.length === 0 ? [''] : providerIds;
    const free = offered.filter(({ id }) => !providerIds.includes(id));
    return (
      <li className="grid grid-cols-[2rem_minmax(0,1fr)] items-start gap-x-2 gap-y-2 py-2 sm:grid-cols-[2rem_minmax(0,5fr)_minmax(0,4fr)_auto]">
        <span className="flex h-control items-center justify-end pe-1 text-soft">{number}</span>
        <div className="flex min-w-0 flex-col gap-2">
          {boxes.map((chosen, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the box stays while its choice changes
            <div key={place} className="flex items-center gap-1">
              <Select
                label={t('providerOfSession', { number, place: place + 1 })}
                isLabelHidden
                className="grow"
                placeholder={t('chooseProvider')}
                options={optionsFor(chosen, { offered, free, all })}
                value={chosen}
                onChange={(event) => choose(replaced(providerIds, { place, by: event.target.value }))}
              />
              {place === 0 ? (
                <RowButton
                  label={t('addToPool', { number })}
                  icon={<Plus aria-hidden className="size-4" />}
                  isDisabled={chosen === '' || free[0] === undefined}
                  onClick={() => free[0] && choose([...providerIds, free[0].id])}
                />
              ) : (
                <RowButton
                  label={t('removeFromPool', { number, place: place + 1 })}
                  icon={<X aria-hidden className="size-4" />}
                  onClick={() => choose(providerIds.filter((id) => id !== chosen))}
                />
              )}
            </div>
          ))}
        </div>
        <TextField
          className="max-sm:col-start-2"
          label={t('noteOfSession', { number })}
          isLabelHidden
          placeholder={t('notePlaceholder')}
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => make({ kind: 'session', number, to: { note: event.target.value } })}
        />
        <div className="max-sm:hidden">
          <RowButton
            label={t('fillDownFrom', { number })}
            icon={<ArrowDownToLine aria-hidden className="size-4" />}
            isDisabled={isLast || providerIds.length === 0}
            onClick={() => make({ kind: 'fill_down', from: number })}
          />
        </div>
      </li>
    );
  },
  (before, after) =>
    before.row.providerIds.join() === after.row.providerIds.join() &&
    before.row.note === after.row.note &&
    before.isLast === after.isLast &&
    before.offered.map(({ id }) => id).join() === after.offered.map(({ id }) => id).join(),
);

/** Who may still be chosen in a box, and who is chosen there, even if they no longer fit. */
function optionsFor(
  chosen: string,
  {
    offered,
    free,
    all,
  }: { offered: readonly ProviderOption[]; free: readonly ProviderOption[]; all: readonly ProviderOption[] },
) {
  const own = all.filter(({ id }) => id === chosen);
  const isOffered = own[0] !== undefined && offered.includes(own[0]);
  const listed = isOffered
    ? offered.filter((one) => one.id === chosen || free.includes(one))
    : [...own, ...free];
  return listed.map(({ id, name }) => ({ value: id, label: name }));
}

function replaced(ids: readonly string[], { place, by }: { place: number; by: string }): string[] {
  const next = ids.length === 0 ? [by] : ids.map((id, index) => (index === place ? by : id));
  return next.filter((id) => id !== '');
}

type RowButtonProps = { label: string; icon: ReactNode; isDisabled?: boolean; onClick: () => void };

/** Two hundred of these stand in one grid: a plain button with the browser's own tooltip. */
function RowButton({ label, icon, isDisabled, onClick }: RowButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onClick}
      className={buttonClass({ variant: 'quiet', isIconOnly: true })}
    >
      {icon}
    </button>
  );
}
