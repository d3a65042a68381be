'use client';

import { ChevronDown } from 'lucide-react';
import { type ComponentProps, type KeyboardEvent, useId } from 'react';
import { controlClass } from './control-style';
import { describedBy, Field, type FieldText } from './field';

export type SelectOption = { value: string; label: string; isDisabled?: boolean };

type SelectProps = FieldText &
  Omit<ComponentProps<'select'>, 'className' | 'children' | 'size' | 'multiple'> & {
    options: readonly SelectOption[];
    /** The first, empty choice; leave it out where something is always chosen. */
    placeholder?: string;
    className?: string;
  };

/** The browser's own select: the best list there is under a finger and for a screen reader. */
export function Select({
  label,
  mark,
  description,
  errors,
  isLabelHidden,
  className,
  options,
  placeholder,
  id: givenId,
  onKeyDown,
  ...select
}: SelectProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const text = { label, mark, description, errors, isLabelHidden };
  return (
    <Field id={id} className={className} {...text}>
      <div className="relative">
        <select
          {...select}
          id={id}
          onKeyDown={(event) => {
            keepEscape(event);
            onKeyDown?.(event);
          }}
          aria-invalid={errors?.length ? true : undefined}
          aria-describedby={describedBy(id, text)}
          className={`select peer ${controlClass} cursor-pointer appearance-none pe-9 truncate`}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        {/* Opaque: a browser that draws the box itself lets a long choice run on beneath it. */}
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-1 end-1 flex w-8 items-center justify-center rounded-sm bg-surface text-soft peer-disabled:bg-sunken"
        >
          <ChevronDown className="size-4" />
        </span>
      </div>
    </Field>
  );
}

/** Closes the list alone, and not what it stands in. */
function keepEscape(event: KeyboardEvent<HTMLSelectElement>): void {
  // Browsers without `:open` draw the list themselves, and tell nobody of the key.
  const isOpen = CSS.supports('selector(:open)') && event.currentTarget.matches(':open');
  if (event.key === 'Escape' && isOpen) event.stopPropagation();
}
