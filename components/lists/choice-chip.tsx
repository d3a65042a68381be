'use client';

import { FilterChip } from '@/components/ui/filter-chip';
import { chosenOf, type Named, optionsOf } from './choices';

type ChoiceChipProps = {
  label: string;
  clearLabel: string;
  choices: readonly Named[];
  chosen: string | null;
  onChange: (id: string | null) => void;
};

/** One of several by name. One choice is no choice, unless it is made already. */
export function ChoiceChip({ label, clearLabel, choices, chosen, onChange }: ChoiceChipProps) {
  if (choices.length < 2 && chosen === null) return null;
  return (
    <FilterChip
      label={label}
      options={optionsOf(choices)}
      selected={chosenOf(chosen)}
      onChange={([id]) => onChange(id ?? null)}
      clearLabel={clearLabel}
    />
  );
}
