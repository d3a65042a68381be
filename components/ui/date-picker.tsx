'use client';

import { GregorianCalendar, toCalendar } from '@internationalized/date';
import { CalendarDays } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import {
  DatePicker as AriaDatePicker,
  Button,
  DateInput,
  Group,
  Popover,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { AriaField } from './aria-field';
import { controlGroupClass, floatClass } from './control-style';
import { DatePart } from './date-part';
import { calendarDateOf } from './date-value';
import type { FieldText } from './field';
import { useFieldValue } from './field-value';
import { HiddenInput } from './hidden-input';
import { MonthGrid, type Weekday } from './month-grid';
import { useCorrectedDay } from './use-corrected-day';

export type DatePickerProps = FieldText & {
  name?: string;
  id?: string;
  /** 'YYYY-MM-DD', or '' for none. */
  value?: string;
  defaultValue?: string | null;
  onChange?: (value: string) => void;
  /** What is wrong with a day, in words: asked once the field is left, so that nobody is told of half a year. */
  faultOf?: (value: string) => string | undefined;
  min?: string;
  max?: string;
  firstDayOfWeek?: Weekday;
  isDisabled?: boolean;
  isRequired?: boolean;
  className?: string;
};

export function DatePicker({
  name,
  id,
  value,
  defaultValue,
  onChange,
  faultOf,
  className = '',
  ...rest
}: DatePickerProps) {
  const { label, mark, description, isLabelHidden } = rest;
  const t = useTranslations('common');
  const date = useFieldValue(value, defaultValue ?? '', onChange);
  const parts = useRef<HTMLDivElement>(null);
  const corrected = useCorrectedDay(date.value, parts);
  const [isTyping, setTyping] = useState(false);
  const fault = isTyping || date.value === '' ? undefined : faultOf?.(date.value);
  const errors = corrected.isNoDay ? undefined : (rest.errors ?? (fault ? [fault] : undefined));
  // The same value as long as it is the same day: another one takes away what is half typed.
  const day = useMemo(() => calendarDateOf(date.value), [date.value]);
  return (
    <AriaDatePicker
      id={id}
      value={day}
      onChange={(next) => {
        setTyping(parts.current?.contains(document.activeElement) ?? false);
        date.change(next ? toCalendar(next, new GregorianCalendar()).toString() : '');
      }}
      minValue={calendarDateOf(rest.min) ?? undefined}
      maxValue={calendarDateOf(rest.max) ?? undefined}
      firstDayOfWeek={rest.firstDayOfWeek}
      shouldForceLeadingZeros
      isDisabled={rest.isDisabled}
      isRequired={rest.isRequired}
      isInvalid={Boolean(errors?.length) || undefined}
      validationBehavior="aria"
      className={`flex min-w-0 flex-col gap-1 ${className}`}
    >
      <AriaField {...{ label, mark, description, errors, isLabelHidden }}>
        <Group className={controlGroupClass}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears what goes on inside */}
          <div
            ref={parts}
            onBlur={(event) => {
              corrected.onBlur(event);
              if (!event.currentTarget.contains(event.relatedTarget)) setTyping(false);
            }}
            className="contents"
          >
            <DateInput className="flex h-full min-w-0 grow items-center overflow-hidden ps-3">
              {(segment) => <DatePart segment={segment} />}
            </DateInput>
          </div>
          <Button className="flex h-full w-11 shrink-0 cursor-pointer items-center justify-center rounded text-soft transition-colors data-hovered:text-ink">
            <CalendarDays aria-hidden className="size-4" />
          </Button>
        </Group>
      </AriaField>
      <p aria-live="polite" className={corrected.typed ? 'text-xs font-medium text-warn' : 'sr-only'}>
        {corrected.typed ? t('noSuchDay', { typed: corrected.typed }) : ''}
      </p>
      <Popover offset={4} className={floatClass}>
        <Dialog className="p-3 outline-none">
          <MonthGrid firstDayOfWeek={rest.firstDayOfWeek} />
        </Dialog>
      </Popover>
      {name ? (
        <HiddenInput name={name} value={date.value} isDisabled={rest.isDisabled} onReset={date.reset} />
      ) : null}
    </AriaDatePicker>
  );
}
