'use client';

import { Check } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { choiceMarkClass, choiceRowClass } from './choice';
import { FieldDescription, FieldErrors } from './field';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children' | 'className'> & {
  label: ReactNode;
  description?: ReactNode;
  errors?: readonly string[];
  isLabelHidden?: boolean;
  className?: string;
};

export function Checkbox({
  label,
  description,
  errors,
  isLabelHidden,
  className = '',
  id: givenId,
  ...input
}: CheckboxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const told = [description ? `${id}-description` : '', errors?.length ? `${id}-error` : ''].filter(Boolean);
  return (
    <div className={className}>
      <label className={choiceRowClass}>
        <span className="relative flex">
          <input
            {...input}
            id={id}
            type="checkbox"
            aria-invalid={errors?.length ? true : undefined}
            aria-describedby={told.join(' ') || undefined}
            className={`${choiceMarkClass} rounded-sm`}
          />
          <Check
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none absolute inset-0 m-auto hidden size-3.5 text-accent-on peer-checked:block peer-disabled:text-faint"
          />
        </span>
        <span className={isLabelHidden ? 'sr-only' : ''}>{label}</span>
      </label>
      {description ? (
        // It lies over the lower edge of the row, which can be pressed there, too.
        <div className="pointer-events-none -mt-2 ps-7">
          <FieldDescription id={`${id}-description`}>{description}</FieldDescription>
        </div>
      ) : null}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  );
}
