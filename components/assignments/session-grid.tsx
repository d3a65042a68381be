'use client';

import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { isUndoKey } from '@/components/ui/typing';
import {
  type AssignmentChange,
  noProviders,
  openNumbers,
  type Person,
  type SessionProviders,
} from './assignment';
import { GridBar, SelectionBar } from './grid-bar';
import { moveBetweenCells, rowOf } from './grid-keys';
import { PastePanel } from './paste-panel';
import { type PasteFault, readPaste, withPasted } from './paste-providers';
import { SessionRow } from './session-row';
import { FixedRow, type SessionAbout } from './stored-session';
import { useTakeBack } from './use-take-back';

type SessionGridProps = {
  /** By session number, the first at 0. */
  rows: readonly SessionProviders[];
  make: (change: AssignmentChange) => void;
  offered: readonly Person[];
  /** Also who is chosen and no longer offered. */
  everyone: readonly Person[];
  /** What is known of sessions that are stored, the first at 0. */
  about?: readonly SessionAbout[];
  /** Whether something stands in the box for a pasted column that was not taken over. */
  onUntaken: (isUntaken: boolean) => void;
};

const NOTHING_KNOWN: readonly SessionAbout[] = [];

interface Paste {
  text: string;
  from: number;
  faults: readonly PasteFault[];
}

/** A row a session: its provider or pool, and a note. A hundred of them are filled in a few moves. */
export function SessionGrid(props: SessionGridProps) {
  const { rows, offered, everyone, about = NOTHING_KNOWN, onUntaken } = props;
  const t = useTranslations('assignments');
  const isFixed = (number: number) => about[number - 1]?.isFixed === true;
  const { make, takeBack } = useTakeBack(rows, { make: props.make, isFixed });
  const open = openNumbers(rows, isFixed);
  const [first = 1, second] = open;
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [active, setActive] = useState(first);
  const [paste, setPaste] = useState<Paste | null>(null);
  const anchor = useRef(first);
  const pasteButton = useRef<HTMLButtonElement>(null);
  // For a finger, which has no Shift: the next number that is pressed ends a range.
  const [isEndAwaited, setEndAwaited] = useState(false);
  const isEndNext = useRef(false);
  const isChosen = (number: number) => (rows[number - 1] ?? noProviders).providerIds.length > 0;
  const numbers = open.filter((number) => selected.has(number));
  /** Filled down is what is selected, from its first row, or everything below the one that is. */
  const [filledFrom = first, ...filled] = numbers;

  function awaitEnd(isAwaited: boolean) {
    isEndNext.current = isAwaited;
    setEndAwaited(isAwaited);
  }

  function select(number: number, how: 'one' | 'range') {
    const isRange = how === 'range' || isEndNext.current;
    awaitEnd(false);
    const [from, to] = [Math.min(anchor.current, number), Math.max(anchor.current, number)];
    anchor.current = number;
    setSelected((now) => {
      const next = new Set(now);
      if (isRange) for (let each = from; each <= to; each++) next.add(each);
      else if (!next.delete(number)) next.add(number);
      return next;
    });
  }

  function fillDown() {
    const { providerIds } = rows[filledFrom - 1] ?? noProviders;
    if (filled.length > 0) make({ kind: 'give_all', numbers: filled, providerIds });
    else make({ kind: 'fill_down', from: filledFrom });
  }

  function showPaste(next: Paste | null) {
    setPaste(next);
    onUntaken(next !== null && next.text.trim() !== '');
  }

  function closePaste() {
    showPaste(null);
    pasteButton.current?.focus();
  }

  /** What stands in the box is given up by its own button only. */
  function hidePaste() {
    if (paste?.text.trim() === '') closePaste();
    else pasteButton.current?.focus();
  }

  /** All of the column, or nothing and why; answers whether it was taken. */
  function take(text: string, from: number): boolean {
    const { lines, faults } = readPaste(text, { from, count: rows.length, offered, isFixed });
    if (faults.length > 0) {
      showPaste({ text, from, faults });
      return false;
    }
    make({ kind: 'providers', perSession: withPasted(rows, lines) });
    showPaste(null);
    return true;
  }

  function handlePaste(event: ClipboardEvent<HTMLElement>) {
    const text = event.clipboardData.getData('text/plain');
    const cell = event.target;
    const row = rowOf(cell);
    if (row === null) return;
    // One line in the box of a note is a note.
    if (cell instanceof HTMLInputElement && !/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    take(text, row);
  }

  /** With Shift a key that leads to another row selects the rows on the way. */
  function handleKey(event: KeyboardEvent<HTMLElement>) {
    // A note takes back letters of its own.
    if (isUndoKey(event) && takeBack && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      return takeBack();
    }
    const from = rowOf(event.target);
    const to = rowOf(moveBetweenCells(event));
    if (!event.shiftKey || from === null || to === null || from === to) return;
    anchor.current = from;
    select(to, 'range');
  }

  function handleFocus(event: FocusEvent<HTMLElement>) {
    const row = rowOf(event.target);
    if (row !== null) setActive(row);
  }

  return (
    <div className="flex flex-col gap-3">
      {/* A hundred rows scroll by below it. */}
      <div className="sticky -top-1 z-10 -mx-6 flex flex-col gap-2 border-b border-hairline bg-float px-6 py-2">
        <GridBar
          first={first}
          second={second}
          filledFrom={filledFrom}
          isChosen={isChosen}
          onFillDown={fillDown}
          onAlternate={() => make({ kind: 'alternate' })}
          onTakeBack={takeBack}
          pasteButton={pasteButton}
          isPasting={paste !== null}
          onPaste={() =>
            paste ? hidePaste() : showPaste({ text: '', from: numbers[0] ?? active, faults: [] })
          }
        />
        {numbers.length > 0 && !paste ? (
          <SelectionBar
            numbers={numbers}
            offered={offered}
            isEndAwaited={isEndAwaited}
            onGive={(providerId) => make({ kind: 'give_all', numbers, providerIds: [providerId] })}
            onAwaitEnd={() => awaitEnd(!isEndAwaited)}
            onSelectAll={() => setSelected(new Set(open))}
            onSelectNone={() => setSelected(new Set())}
          />
        ) : null}
      </div>
      {paste ? (
        <PastePanel
          {...paste}
          onType={(text) => showPaste({ ...paste, text })}
          onApply={() => {
            if (take(paste.text, paste.from)) pasteButton.current?.focus();
          }}
          onCancel={closePaste}
          onLeave={hidePaste}
        />
      ) : null}
      {offered.length === 0 ? <p className="text-work text-warn">{t('nobodyQualified')}</p> : null}
      {numbers.length > 0 ? null : (
        <p className="text-sm text-soft">
          <span className="coarse:hidden">{t('gridHint')}</span>
          <span className="hidden coarse:inline">{t('gridHintTouch')}</span>
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears of its cells */}
      <ol
        onKeyDown={handleKey}
        onPaste={handlePaste}
        onFocus={handleFocus}
        // What gets the focus comes to stand below what sticks above.
        className="[&_button]:scroll-mt-36 [&_input]:scroll-mt-36 [&_select]:scroll-mt-36 flex flex-col divide-y divide-hairline"
      >
        {rows.map((row, index) => {
          const number = index + 1;
          const known = about[index];
          return known?.isFixed ? (
            <FixedRow key={number} number={number} row={row} about={known} everyone={everyone} />
          ) : (
            <SessionRow
              key={number}
              number={number}
              row={row}
              offered={offered}
              everyone={everyone}
              about={known}
              make={make}
              isLast={number === open.at(-1)}
              isSelected={selected.has(number)}
              isActive={active === number}
              onSelect={select}
            />
          );
        })}
      </ol>
    </div>
  );
}
