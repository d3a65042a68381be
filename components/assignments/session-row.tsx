'use client';

import { ArrowDownToLine, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, memo, type ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { AssignmentChange, Person, SessionProviders } from './assignment';
import { LONGEST_NOTE } from './paste-providers';
import { rowClass, type SessionAbout, StoredSession } from './stored-session';

type SessionRowProps = {
  number: number;
  row: SessionProviders;
  offered: readonly Person[];
  everyone: readonly Person[];
  about: SessionAbout | undefined;
  make: (change: AssignmentChange) => void;
  isLast: boolean;
  isSelected: boolean;
  /** Tab leads into this row only; the arrow keys lead on from there. */
  isActive: boolean;
  /** Must not close over anything that changes: a row is not drawn anew for it. */
  onSelect: (number: number, how: 'one' | 'range') => void;
};

/** One session: chosen or not, its provider or pool, its note. */
export const SessionRow = memo(
  function SessionRow(props: SessionRowProps) {
    const { number, row, offered, everyone, about, make, isLast, isSelected, isActive, onSelect } = props;
    const t = useTranslations('assignments');
    const { providerIds, note } = row;
    const choose = (ids: string[]) => make({ kind: 'session', number, to: { providerIds: ids } });
    // An empty box stands for a provider who is still to be chosen.
    const boxes = providerIds.length === 0 ? [''] : providerIds;
    const free = offered.filter(({ id }) => !providerIds.includes(id));
    const tabIndex = isActive ? 0 : -1;
    const cell = (column: number) => ({ 'data-row': number, 'data-column': column, tabIndex });
    return (
      <li className={`${rowClass(about !== undefined)} ${isSelected ? 'bg-accent-soft' : ''}`}>
        <button
          {...cell(0)}
          type="button"
          aria-pressed={isSelected}
          aria-label={t('selectSession', { number })}
          onClick={(event) => onSelect(number, event.shiftKey ? 'range' : 'one')}
          className="flex size-11 items-center justify-center rounded text-soft transition-colors hover:bg-ink/6 aria-pressed:bg-accent aria-pressed:font-semibold aria-pressed:text-accent-on"
        >
          {number}
        </button>
        {about ? <StoredSession about={about} providerIds={providerIds} /> : null}
        <div className="flex min-w-0 flex-col gap-2 max-sm:col-start-2">
          {boxes.map((chosen, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the box stays while its choice changes
            <div key={place} className="flex items-center gap-1">
              <Select
                {...(place === 0 ? cell(1) : { tabIndex })}
                label={t('providerOfSession', { number, place: place + 1 })}
                isLabelHidden
                className="grow"
                placeholder={t('chooseProvider')}
                options={optionsFor(chosen, { offered, free, everyone })}
                value={chosen}
                onChange={(event) => choose(replaced(providerIds, { place, by: event.target.value }))}
              />
              {place === 0 ? (
                <RowButton
                  {...cell(2)}
                  label={t('addToPool', { number })}
                  icon={<Plus aria-hidden className="size-4" />}
                  aria-disabled={chosen === '' || free[0] === undefined || undefined}
                  onClick={() => chosen !== '' && free[0] && choose([...providerIds, free[0].id])}
                />
              ) : (
                <RowButton
                  tabIndex={tabIndex}
                  label={t('removeFromPool', { number, place: place + 1 })}
                  icon={<X aria-hidden className="size-4" />}
                  onClick={() => choose(providerIds.filter((id) => id !== chosen))}
                />
              )}
            </div>
          ))}
        </div>
        <TextField
          {...cell(3)}
          className="max-sm:col-start-2"
          label={t('noteOfSession', { number })}
          isLabelHidden
          placeholder={t('notePlaceholder')}
          maxLength={LONGEST_NOTE}
          dir="auto"
          value={note}
          onChange={(event) => make({ kind: 'session', number, to: { note: event.target.value } })}
        />
        <div className="max-sm:hidden">
          <RowButton
            {...cell(4)}
            label={t('fillDownFrom', { number })}
            icon={<ArrowDownToLine aria-hidden className="size-4" />}
            aria-disabled={isLast || providerIds.length === 0 || undefined}
            onClick={() => {
              if (!isLast && providerIds.length > 0) make({ kind: 'fill_down', from: number });
            }}
          />
        </div>
      </li>
    );
  },
  (before, after) =>
    before.row.providerIds.join() === after.row.providerIds.join() &&
    before.row.note === after.row.note &&
    before.about === after.about &&
    before.isLast === after.isLast &&
    before.isSelected === after.isSelected &&
    before.isActive === after.isActive &&
    before.offered.map(({ id }) => id).join() === after.offered.map(({ id }) => id).join(),
);

/** Who may still be chosen in a box, and who is chosen there, even if they no longer fit. */
function optionsFor(
  chosen: string,
  { offered, free, everyone }: Record<'offered' | 'free' | 'everyone', readonly Person[]>,
) {
  const listed = offered.some(({ id }) => id === chosen)
    ? offered.filter((one) => one.id === chosen || free.includes(one))
    : [...everyone.filter(({ id }) => id === chosen), ...free];
  return listed.map(({ id, name }) => ({ value: id, label: name }));
}

function replaced(ids: readonly string[], { place, by }: { place: number; by: string }): string[] {
  const next = ids.length === 0 ? [by] : ids.map((id, index) => (index === place ? by : id));
  return next.filter((id) => id !== '');
}

type RowButtonProps = Omit<ComponentProps<'button'>, 'children'> & { label: string; icon: ReactNode };

/** Two hundred of these stand in one grid: a plain button with the browser's own tooltip. */
function RowButton({ label, icon, ...button }: RowButtonProps) {
  return (
    <button
      {...button}
      type="button"
      aria-label={label}
      title={label}
      className={buttonClass({ variant: 'quiet', isIconOnly: true })}
    >
      {icon}
    </button>
  );
}
