'use client';

import { useId } from 'react';
import { type Choice, choiceMarkClass, choiceRowClass } from './choice';
import { FieldGroup, type FieldText } from './field';

export type RadioGroupProps = FieldText & {
  name: string;
  id?: string;
  options: readonly Choice[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  isRequired?: boolean;
  className?: string;
};

export function RadioGroup({
  name,
  id,
  options,
  value,
  defaultValue,
  onChange,
  isRequired,
  className,
  ...text
}: RadioGroupProps) {
  const ownId = useId();
  const groupId = id ?? ownId;
  return (
    <FieldGroup id={groupId} className={className} {...text}>
      <div className="flex flex-col">
        {options.map((option) => (
          <label key={option.value} className={choiceRowClass}>
            <span className="relative flex">
              <input
                type="radio"
                name={name}
                value={option.value}
                disabled={option.isDisabled}
                required={isRequired}
                aria-describedby={option.description ? `${groupId}-${option.value}` : undefined}
                {...(value === undefined
                  ? { defaultChecked: option.value === defaultValue }
                  : { checked: option.value === value })}
                onChange={() => onChange?.(option.value)}
                className={`${choiceMarkClass} rounded-full`}
              />
              <span
                aria-hidden
                className="pointer-events-none absolute inset-0 m-auto hidden size-2 rounded-full bg-accent-on peer-checked:block"
              />
            </span>
            <span className="flex flex-col">
              {option.label}
              {option.description ? (
                <span id={`${groupId}-${option.value}`} className="text-xs text-soft">
                  {option.description}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
