'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef } from 'react';
import { controlClass } from './control-style';
import { describedBy, Field, type FieldText } from './field';
import { useFieldValue } from './field-value';
import { useFormReset } from './use-form-reset';
import { useNumeralsOnly } from './use-numerals-only';

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
  const t = useTranslations('common');
  const ownId = useId();
  const id = givenId ?? ownId;
  const input = useRef<HTMLInputElement>(null);
  const number = useFieldValue(value, String(defaultValue ?? ''), onChange);
  useFormReset(input, number.reset);
  const numerals = useNumeralsOnly(input, number.value);
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
          onBlur={numerals.onBlur}
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
      <p aria-live="polite" className={numerals.leftOut ? 'text-xs font-medium text-warn' : 'sr-only'}>
        {numerals.leftOut ? t('digitsOnly', { typed: numerals.leftOut }) : ''}
      </p>
    </Field>
  );
}
