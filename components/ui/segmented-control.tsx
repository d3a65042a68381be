'use client';

import { type ReactNode, useId } from 'react';
import { FieldGroup, type FieldText } from './field';

export type Segment = { value: string; label: string; icon?: ReactNode; isDisabled?: boolean };

type SegmentedControlProps = FieldText & {
  name?: string;
  id?: string;
  options: readonly Segment[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  /** Words stay for those who listen, icons for those who look. */
  isIconOnly?: boolean;
  isFullWidth?: boolean;
  className?: string;
};

/** A few choices side by side, one of them always taken: a radio group that looks like a switch. */
export function SegmentedControl({
  name,
  id,
  options,
  value,
  defaultValue,
  onChange,
  isIconOnly,
  isFullWidth,
  className,
  ...text
}: SegmentedControlProps) {
  const ownId = useId();
  return (
    <FieldGroup id={id ?? ownId} className={className} {...text}>
      <div
        className={`${isFullWidth ? 'flex' : 'inline-flex w-fit'} h-control gap-0.5 rounded bg-ink/6 p-0.5`}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className="target flex grow cursor-pointer select-none items-center justify-center gap-2 whitespace-nowrap rounded-[6px] px-3 text-sm font-medium text-soft transition-colors hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--edge)] has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-default has-disabled:opacity-50 dark:has-checked:bg-float"
          >
            <input
              type="radio"
              name={name ?? ownId}
              value={option.value}
              disabled={option.isDisabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onChange?.(option.value)}
              className="sr-only"
            />
            {option.icon}
            <span className={isIconOnly ? 'sr-only' : ''}>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
