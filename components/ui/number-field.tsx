'use client';

import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react';
import { controlClass } from './control-style';
import { describedBy, Field, type FieldText } from './field';
import { useFieldValue } from './field-value';
import { useFormReset } from './use-form-reset';

export type NumberFieldProps = FieldText & {
  name?: string;
  id?: string;
  /**
   * As text, so that "" and what is half typed have a place; `onChange` gives digits, and a sign or a point
   * where one was typed.
   */
  value?: string;
  defaultValue?: string | number | null;
  onChange?: (value: string) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Stands after the number inside the box, such as "min". */
  unit?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  className?: string;
};

/** Six digits, and a sign or a point. */
const LONGEST_NUMERAL = 7;

/**
 * What can be read as a number of what was typed. Digits, sign and point of other keyboards are ours too; a sign
 * and a point stay where they were typed, so that "2.5" and "-3" are judged as such and never become 25 and 3.
 */
function numeralOf(text: string): string {
  const plain = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٫,]/g, '.')
    .replace(/−/g, '-')
    .replace(/[^\d.-]/g, '');
  return plain.slice(0, LONGEST_NUMERAL);
}

/**
 * Writes the plain numeral into the box before anybody else hears of the key press, so that a form that
 * reads itself on every input never sees anything else. Goes past React's own setter, which would
 * otherwise think that nothing has changed.
 */
function useNumeralsOnly(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const box = input.current;
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    function tidy(this: HTMLInputElement) {
      const numeral = numeralOf(this.value);
      if (numeral !== this.value) write?.call(this, numeral);
    }
    box?.addEventListener('input', tidy);
    return () => box?.removeEventListener('input', tidy);
  }, [input]);
}

/** The number that stands in a field; none while it is empty or half typed, such as "-". */
function numberIn(numeral: string): number | null {
  const number = Number(numeral);
  return numeral === '' || Number.isNaN(number) ? null : number;
}

const stepperClass =
  'absolute inset-y-0 flex w-11 items-center justify-center text-soft transition-colors hover:text-ink disabled:cursor-default disabled:text-faint/60';

export function NumberField({
  name,
  id: givenId,
  value,
  defaultValue,
  onChange,
  className,
  ...rest
}: NumberFieldProps) {
  const { label, mark, description, errors, isLabelHidden, min = 0, max = 9999, step = 1, unit } = rest;
  const text = { label, mark, description, errors, isLabelHidden };
  const ownId = useId();
  const id = givenId ?? ownId;
  const input = useRef<HTMLInputElement>(null);
  const number = useFieldValue(value, String(defaultValue ?? ''), onChange);
  useFormReset(input, number.reset);
  useNumeralsOnly(input);
  const current = numberIn(number.value);

  // A step lands on the grid and inside the limits; what is typed stays as typed and is judged by the form.
  function stepBy(direction: 1 | -1) {
    if (rest.isDisabled) return;
    const from = current ?? (direction > 0 ? min - step : min + step);
    const onGrid =
      direction > 0 ? Math.floor(from / step) * step + step : Math.ceil(from / step) * step - step;
    number.change(String(Math.min(max, Math.max(min, onGrid))));
    // The form hears a step as it hears typing.
    queueMicrotask(() => input.current?.dispatchEvent(new Event('input', { bubbles: true })));
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    stepBy(event.key === 'ArrowUp' ? 1 : -1);
  }

  return (
    <Field id={id} className={className} {...text}>
      <div className="relative">
        <input
          ref={input}
          id={id}
          name={name}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          role="spinbutton"
          aria-valuenow={current ?? undefined}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuetext={unit && current !== null ? `${current} ${unit}` : undefined}
          aria-invalid={errors?.length ? true : undefined}
          aria-required={rest.isRequired || undefined}
          aria-describedby={describedBy(id, text)}
          value={number.value}
          disabled={rest.isDisabled}
          onChange={(event) => number.change(event.target.value)}
          onKeyDown={handleKey}
          className={`${controlClass} px-12 text-center`}
        />
        {/* For mouse and finger; the keyboard has its arrow keys and a screen reader the spin button itself. */}
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          disabled={rest.isDisabled || (current !== null && current <= min)}
          onClick={() => stepBy(-1)}
          className={`${stepperClass} start-0`}
        >
          <Minus className="size-4" />
        </button>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          disabled={rest.isDisabled || (current !== null && current >= max)}
          onClick={() => stepBy(1)}
          className={`${stepperClass} end-0`}
        >
          <Plus className="size-4" />
        </button>
        {unit && current !== null ? (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 end-11 flex items-center text-xs text-soft"
          >
            {unit}
          </span>
        ) : null}
      </div>
    </Field>
  );
}
