import { ArrowDownToLine, ClipboardPaste, Repeat2, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { Person } from './assignment';

type GridBarProps = {
  /** The first two sessions that can be given to someone; the second may be missing. */
  first: number;
  second: number | undefined;
  /** The row that is filled down. */
  filledFrom: number;
  isChosen: (number: number) => boolean;
  onFillDown: () => void;
  onAlternate: () => void;
  /** Null when there is nothing to take back. */
  onTakeBack: (() => void) | null;
  pasteButton: RefObject<HTMLButtonElement | null>;
  isPasting: boolean;
  onPaste: () => void;
};

/** What fills many rows at once; it stays in sight while they scroll by below it. */
export function GridBar(props: GridBarProps) {
  const { first, second, filledFrom, isChosen, onFillDown, onAlternate, onTakeBack } = props;
  const { pasteButton, isPasting, onPaste } = props;
  const t = useTranslations('assignments');
  const common = useTranslations('common');
  return (
    <div className="flex flex-wrap gap-2">
      {second === undefined ? null : (
        <>
          <Button
            icon={<ArrowDownToLine aria-hidden className="size-4" />}
            disabledReason={isChosen(filledFrom) ? undefined : t('fillDownNeeds', { number: filledFrom })}
            onClick={onFillDown}
          >
            {t('fillDown')}
          </Button>
          <Button
            icon={<Repeat2 aria-hidden className="size-4" />}
            disabledReason={
              isChosen(first) && isChosen(second) ? undefined : t('alternateNeeds', { first, second })
            }
            onClick={onAlternate}
          >
            {t('alternate')}
          </Button>
        </>
      )}
      <Button
        ref={pasteButton}
        icon={<ClipboardPaste aria-hidden className="size-4" />}
        aria-expanded={isPasting}
        onClick={onPaste}
      >
        {t('paste.open')}
      </Button>
      <Button
        variant="quiet"
        icon={<Undo2 aria-hidden className="size-4 rtl:-scale-x-100" />}
        disabledReason={onTakeBack ? undefined : t('nothingToTakeBack')}
        onClick={onTakeBack ?? undefined}
      >
        {common('undo')}
      </Button>
    </div>
  );
}

type SelectionBarProps = {
  numbers: readonly number[];
  offered: readonly Person[];
  isEndAwaited: boolean;
  onGive: (providerId: string) => void;
  onAwaitEnd: () => void;
  onSelectAll: () => void;
  onSelectNone: () => void;
};

/** What can be done with the sessions that are selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { numbers, offered, isEndAwaited, onGive, onAwaitEnd, onSelectAll, onSelectNone } = props;
  const t = useTranslations('assignments');
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Select
        className="min-w-48 grow max-sm:basis-full"
        label={t('giveSelected', { count: numbers.length })}
        placeholder={t('chooseProvider')}
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        value=""
        onChange={(event) => onGive(event.target.value)}
      />
      <Button
        aria-pressed={isEndAwaited}
        className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
        onClick={onAwaitEnd}
      >
        {t('selectUpTo')}
      </Button>
      <Button onClick={onSelectAll}>{t('selectAll')}</Button>
      <Button variant="quiet" onClick={onSelectNone}>
        {t('selectNone')}
      </Button>
    </div>
  );
}
