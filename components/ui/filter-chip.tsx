'use client';

import { Check, ChevronDown, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { chipClass, chipClearClass, chipTriggerClass } from './chip-style';
import { floatClass, optionClass } from './control-style';

export type FilterOption = { value: string; label: string };

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
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = options.filter((option) => selected.includes(option.value));
  const [first] = chosen;
  const isActive = first !== undefined;
  const summary = isActive ? (chosen.length === 1 ? first.label : String(chosen.length)) : '';

  function clear() {
    // The button that was pressed goes away: the focus stays at the filter.
    trigger.current?.focus();
    onChange([]);
  }

  return (
    <span className={chipClass(isActive)}>
      <MenuTrigger>
        <Button ref={trigger} className={chipTriggerClass(isActive)}>
          <span className={`whitespace-nowrap ${isActive ? 'text-soft' : ''}`}>{label}</span>
          {isActive ? (
            <span dir="auto" className="max-w-40 truncate font-medium">
              {summary}
            </span>
          ) : null}
          <ChevronDown aria-hidden className="size-3.5 shrink-0" />
        </Button>
        <Popover placement="bottom start" offset={4} className={`${floatClass} max-w-80 min-w-48`}>
          <Menu
            selectionMode={isMultiple ? 'multiple' : 'single'}
            selectedKeys={selected}
            onSelectionChange={(keys) =>
              onChange(keys === 'all' ? options.map(({ value }) => value) : [...keys].map(String))
            }
            className="max-h-80 overflow-auto p-1 outline-none"
          >
            {options.map((option) => (
              <MenuItem key={option.value} id={option.value} textValue={option.label} className={optionClass}>
                {({ isSelected }) => (
                  <>
                    <span dir="auto" className="min-w-0 grow truncate">
                      {option.label}
                    </span>
                    <Check
                      aria-hidden
                      className={`size-4 shrink-0 text-accent ${isSelected ? '' : 'invisible'}`}
                    />
                  </>
                )}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {isActive ? (
        <Button aria-label={`${label}: ${clearLabel}`} onPress={clear} className={chipClearClass}>
          <X aria-hidden className="size-3.5" />
        </Button>
      ) : null}
    </span>
  );
}
