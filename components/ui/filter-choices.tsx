'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { floatClass, optionClass } from './control-style';
import type { FilterOption } from './filter-option';
import { useOpensAtOnce } from './use-opens-at-once';

type FilterChoicesProps = {
  className: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  isMultiple: boolean;
  /** What stands on the button. */
  children: ReactNode;
};

/** The button of a filter with its choices. */
export default function FilterChoices({
  className,
  options,
  selected,
  onChange,
  isMultiple,
  children,
}: FilterChoicesProps) {
  const opens = useOpensAtOnce();
  return (
    <MenuTrigger {...opens.trigger}>
      <Button {...opens.button} className={className}>
        {children}
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
  );
}
