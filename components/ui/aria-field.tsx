'use client';

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components/DatePicker';
import { type FieldText, LabelText, labelClass } from './field';

/** The inside of a field whose control React Aria wires up: it finds these parts by their slots. */
export function AriaField({
  label,
  mark,
  description,
  errors,
  isLabelHidden,
  children,
}: FieldText & { children: ReactNode }) {
  return (
    <>
      <Label className={isLabelHidden ? 'sr-only' : labelClass}>
        <LabelText label={label} mark={mark} />
      </Label>
      {children}
      {description ? (
        <Text slot="description" className="text-xs text-soft">
          {description}
        </Text>
      ) : null}
      <FieldError className="flex items-start gap-1 text-xs font-medium text-danger">
        {({ validationErrors }) => (
          <>
            <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
            <span>{(errors?.length ? errors : validationErrors).join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
