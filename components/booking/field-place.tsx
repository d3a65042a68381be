'use client';

import type { FocusEvent, ReactNode } from 'react';
import { type FieldName, fieldId } from './booking-fields';
import type { BookingForm, FormChange } from './booking-form';
import type { BookingOptions } from './booking-options';
import type { MeanwhileField } from './meanwhile';
import { MeanwhileChoice } from './meanwhile-choice';
import type { ShownFaults } from './use-form-faults';

/** What every group of fields works with. */
export interface FieldsProps {
  form: BookingForm;
  make: (change: FormChange) => void;
  faults: ShownFaults;
  options: BookingOptions;
}

/** Id and errors of a field, to spread into a control of the kit. */
export const controlOf = (faults: ShownFaults, field: FieldName) => ({
  id: fieldId(field),
  errors: faults.errorsOf(field),
});

type FieldPlaceProps = {
  field: FieldName;
  faults: ShownFaults;
  className?: string;
  /** Here the form begins: the first that says so gets the focus of whoever comes by a key. */
  isBeginning?: boolean;
  children: ReactNode;
};

/** Under which name another person's change of the field is told; a draft has no visit of its own. */
function meanwhileField(field: FieldName): MeanwhileField | null {
  if (field === 'date' || field === 'time') return null;
  return field === 'providerId' || field === 'perSession' ? 'providers' : field;
}

/** What the field has opened over the page belongs to it: going there and coming back is not leaving. */
const isLeft = ({ currentTarget, target, relatedTarget }: FocusEvent<Element, Element>): boolean =>
  currentTarget.contains(target) &&
  !currentTarget.contains(relatedTarget) &&
  (relatedTarget?.closest('[role=dialog]')?.contains(currentTarget) ?? true);

/** Notices when a field is left: from then on it says what is wrong, and what others made of it meanwhile. */
export function FieldPlace({ field, faults, className, isBeginning = false, children }: FieldPlaceProps) {
  const told = meanwhileField(field);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to leaving only, nothing can be pressed
    <div
      className={`min-w-0 ${className ?? ''}`}
      data-begins={isBeginning || undefined}
      onBlur={(event) => {
        if (isLeft(event)) faults.touch(field);
      }}
    >
      {children}
      {told ? <MeanwhileChoice field={told} /> : null}
    </div>
  );
}
