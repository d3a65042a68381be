'use client';

import { useId } from 'react';
import { FieldGroup, type FieldText } from './field';

export type DayOption = {
  /** 0 = Sunday … 6 = Saturday */
  value: number;
  /** One or two letters on the button. */
  short: string;
  /** The whole word, for those who listen and for the pointer. */
  long: string;
};

type DayTogglesProps = FieldText & {
  name?: string;
  id?: string;
  /** In the order of the clinic's week. */
  days: readonly DayOption[];
  value?: readonly number[];
  defaultValue?: readonly number[];
  onChange?: (value: number[]) => void;
  className?: string;
};

/** Each chosen day is one entry of `name` in the form, as checkboxes are. */
export function DayToggles({
  name,
  id,
  days,
  value,
  defaultValue,
  onChange,
  className,
  ...text
}: DayTogglesProps) {
  const ownId = useId();

  function handleToggle(group: HTMLElement | null) {
    const checked = group?.querySelectorAll<HTMLInputElement>('input:checked') ?? [];
    onChange?.([...checked].map((box) => Number(box.value)).sort((a, b) => a - b));
  }

  return (
    <FieldGroup id={id ?? ownId} className={className} {...text}>
      <div className="flex flex-wrap gap-1 sm:gap-2" data-days>
        {days.map((day) => (
          <label
            key={day.value}
            title={day.long}
            className="target flex size-control cursor-pointer select-none items-center justify-center rounded border border-edge/50 bg-surface text-sm font-medium text-soft transition-colors hover:border-edge hover:text-ink has-checked:border-accent has-checked:bg-accent has-checked:text-accent-on has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              name={name}
              value={day.value}
              {...(value === undefined
                ? { defaultChecked: defaultValue?.includes(day.value) }
                : { checked: value.includes(day.value) })}
              onChange={(event) => handleToggle(event.currentTarget.closest<HTMLElement>('[data-days]'))}
              className="sr-only"
            />
            <span aria-hidden>{day.short}</span>
            <span className="sr-only">{day.long}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
