'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { reachComboBox } from '@/components/ui/combo-box-later';
import { reachDatePicker } from '@/components/ui/date-picker-later';
import { reachTimeField } from '@/components/ui/time-field-later';
import type { PhoneStep } from './save-bar';

type BookingLayoutProps = {
  label: string;
  /** Faults of the form, above it. */
  summary: ReactNode;
  fields: ReactNode;
  beside: ReactNode;
  bar: ReactNode;
  /** What comes out of the printer instead of the form. */
  printed?: ReactNode;
  /** What a phone shows; none where both stand under one another. */
  step?: PhoneStep;
  /** The first touch of the form: what working on it takes is fetched. */
  onReach: () => void;
  onSave: () => void;
};

/** Form and plan: side by side on a desk, under one another on a tablet, one at a time on a phone. */
export function BookingLayout({
  label,
  summary,
  fields,
  beside,
  bar,
  printed,
  step,
  onReach,
  onSave,
}: BookingLayoutProps) {
  function reach() {
    reachComboBox();
    reachDatePicker();
    reachTimeField();
    onReach();
  }

  function handleKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // React hears keys through portals: those of a dialog belong to the dialog.
    if (!event.currentTarget.contains(event.target as Node)) return; // a key's target is always a node
    event.preventDefault();
    onSave();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut; the buttons do the same
    <form
      aria-label={label}
      noValidate
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={handleKey}
      onFocus={reach}
      onPointerDown={reach}
      className="-mb-14 md:-mb-12"
    >
      {printed}
      <div
        data-print={printed ? 'hide' : undefined}
        className="grid grid-cols-1 gap-8 pb-8 lg:grid-cols-[376px_minmax(0,1fr)] xl:grid-cols-[440px_minmax(0,1fr)] xl:gap-10"
      >
        <div className={`flex min-w-0 flex-col gap-5 ${step === 'plan' ? 'max-md:hidden' : ''}`}>
          {summary}
          {fields}
        </div>
        <div
          className={`min-w-0 border-hairline max-lg:border-t max-lg:pt-6 max-md:border-t-0 max-md:pt-0 lg:border-s lg:ps-8 xl:ps-10 ${step === 'form' ? 'max-md:hidden' : ''}`}
        >
          <div className="flex flex-col max-lg:min-h-[28rem] lg:sticky lg:top-20 lg:h-[calc(100dvh-11rem)]">
            {beside}
          </div>
        </div>
      </div>
      {bar}
    </form>
  );
}
