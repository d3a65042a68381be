'use client';

import { ChevronDown, X } from 'lucide-react';
import { lazy, useRef } from 'react';
import { chipClass, chipClearClass, chipTriggerClass } from './chip-style';
import type { FilterOption } from './filter-option';
import { OpensLater } from './opens-later';

const load = () => import('./filter-choices');
const FilterChoices = lazy(load);

type FilterChipProps = {
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  isMultiple?: boolean;
  /** Words of what takes the filter away: "All clinics". */
  clearLabel: string;
};

/** One filter of a list: says what it is and what is chosen, opens its choices, and goes away with one press. */
export function FilterChip({
  label,
  options,
  selected,
  onChange,
  isMultiple = false,
  clearLabel,
}: FilterChipProps) {
  const chip = useRef<HTMLSpanElement>(null);
  const chosen = options.filter((option) => selected.includes(option.value));
  const [first] = chosen;
  const isActive = first !== undefined;
  const summary = isActive ? (chosen.length === 1 ? first.label : String(chosen.length)) : '';

  function clear() {
    // The button that was pressed goes away: the focus stays at the filter.
    chip.current?.querySelector('button')?.focus();
    onChange([]);
  }

  const className = chipTriggerClass(isActive);
  const content = (
    <>
      <span className={`whitespace-nowrap ${isActive ? 'text-soft' : ''}`}>{label}</span>
      {isActive ? (
        <span dir="auto" className="max-w-40 truncate font-medium">
          {summary}
        </span>
      ) : null}
      <ChevronDown aria-hidden className="size-3.5 shrink-0" />
    </>
  );

  return (
    <span ref={chip} className={chipClass(isActive)}>
      <OpensLater
        hasPopup="menu"
        className={className}
        load={load}
        opened={
          <FilterChoices
            className={className}
            options={options}
            selected={selected}
            onChange={onChange}
            isMultiple={isMultiple}
          >
            {content}
          </FilterChoices>
        }
      >
        {content}
      </OpensLater>
      {isActive ? (
        <button
          type="button"
          aria-label={`${label}: ${clearLabel}`}
          onClick={clear}
          className={chipClearClass}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}
