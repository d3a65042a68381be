'use client';

import { useMemo } from 'react';
import { TimeField as AriaTimeField, DateInput } from 'react-aria-components/TimeField';
import { AriaField } from './aria-field';
import { controlGroupClass } from './control-style';
import { DatePart } from './date-part';
import { timeOf, timeText } from './date-value';
import type { FieldText } from './field';
import { useFieldValue } from './field-value';
import { HiddenInput } from './hidden-input';

export type TimeFieldProps = FieldText & {
  name?: string;
  id?: string;
  /** 'HH:MM', or '' for none. */
  value?: string;
  defaultValue?: string | null;
  onChange?: (value: string) => void;
  isDisabled?: boolean;
  isRequired?: boolean;
  className?: string;
};

export function TimeField({
  name,
  id,
  value,
  defaultValue,
  onChange,
  className = '',
  ...rest
}: TimeFieldProps) {
  const { label, mark, description, errors, isLabelHidden } = rest;
  const time = useFieldValue(value, defaultValue ?? '', onChange);
  // The same value as long as it is the same time: another one takes away what is half typed.
  const clock = useMemo(() => timeOf(time.value), [time.value]);
  return (
    <AriaTimeField
      id={id}
      value={clock}
      onChange={(next) => time.change(next ? timeText(next) : '')}
      hourCycle={24}
      granularity="minute"
      shouldForceLeadingZeros
      isDisabled={rest.isDisabled}
      isRequired={rest.isRequired}
      isInvalid={Boolean(errors?.length) || undefined}
      validationBehavior="aria"
      className={`flex min-w-0 flex-col gap-1 ${className}`}
    >
      <AriaField {...{ label, mark, description, errors, isLabelHidden }}>
        {/* A clock reads from hours to minutes in every language. */}
        <DateInput dir="ltr" className={`${controlGroupClass} px-3 rtl:justify-end`}>
          {(segment) => <DatePart segment={segment} />}
        </DateInput>
      </AriaField>
      {name ? (
        <HiddenInput name={name} value={time.value} isDisabled={rest.isDisabled} onReset={time.reset} />
      ) : null}
    </AriaTimeField>
  );
}
