'use client';

import { useEffect, useRef } from 'react';
import { useFormReset } from './use-form-reset';

type HiddenInputProps = {
  name: string;
  value: string;
  form?: string;
  isDisabled?: boolean;
  /** The form was reset: go back to the value it started with. */
  onReset?: () => void;
};

/**
 * The value of a composed control inside a plain form. A hidden input is silent when its value
 * changes; this one tells its form with an `input` event, as a text box would.
 */
export function HiddenInput({ name, value, form, isDisabled, onReset }: HiddenInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const told = useRef(value);

  useEffect(() => {
    if (told.current === value) return;
    told.current = value;
    input.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [value]);

  useFormReset(input, onReset);

  return <input ref={input} type="hidden" name={name} value={value} form={form} disabled={isDisabled} />;
}
