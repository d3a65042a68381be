'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { floatClass, optionClass } from './control-style';

export type FilterOption = { value: string; label: string };

type FilterChipProps = {
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  isMultiple?: boolean;
  /** Words of the entry that takes the filter away. */
  clearLabel: string;
};

/** One filter of a list: says what it is, what is chosen, and opens its choices. */
export function FilterChip({
  label,
  options,
  selected,
  onChange,
  isMultiple = false,
  clearLabel,
}: FilterChipProps) {
  const chosen = options.filter((option) => selected.includes(option.value));
  const [first] = chosen;
  const isActive = first !== undefined;
  const summary = isActive ? (chosen.length === 1 ? first.label : String(chosen.length)) : '';
  return (
    <MenuTrigger>
      <Button
        className={`target inline-flex h-8 shrink-0 cursor-pointer items-center gap-1.5 rounded-full border px-3 text-sm transition-colors coarse:h-11 ${
          isActive
            ? 'border-accent bg-accent-soft text-ink'
            : 'border-edge/50 bg-surface text-soft data-hovered:border-edge data-hovered:text-ink'
        }`}
      >
        <span className={isActive ? 'text-soft' : ''}>{label}</span>
        {isActive ? <span className="max-w-40 truncate font-medium">{summary}</span> : null}
        <ChevronDown aria-hidden className="size-3.5" />
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
                  <span className="min-w-0 grow truncate">{option.label}</span>
                  <Check
                    aria-hidden
                    className={`size-4 shrink-0 text-accent ${isSelected ? '' : 'invisible'}`}
                  />
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
        {isActive ? (
          <div className="border-t border-hairline p-1">
            <Button slot={null} onPress={() => onChange([])} className={`${optionClass} w-full text-soft`}>
              {clearLabel}
            </Button>
          </div>
        ) : null}
      </Popover>
    </MenuTrigger>
  );
}
