import { useEffect, useReducer, useRef } from 'react';
import { newId } from '@/lib/ids/new-id';
import { dropDraft, readDraft, writeDraft } from './booking-draft';
import { type BookingForm, type BookingStart, change, type FormChange, startForm } from './booking-form';
import type { BookingOptions } from './booking-options';

export interface TypedForm {
  form: BookingForm;
  make: (change: FormChange) => void;
  /** What was typed before a reload, or before leaving the page, stands in the form again. */
  isRestored: boolean;
  startAnew: () => void;
  /** After a save: the next form is another one. */
  forget: () => void;
}

type Step = FormChange | { kind: 'restore' | 'begin'; form: BookingForm };

function stepOn(state: Pick<TypedForm, 'form' | 'isRestored'>, step: Step) {
  if ('form' in step) return { form: step.form, isRestored: step.kind === 'restore' };
  return { ...state, form: change(state.form, step) };
}

/** The form, kept in this tab while it is typed. */
export function useBookingForm(
  { owner, today, start }: { owner: string; today: string; start: BookingStart },
  options: BookingOptions,
): TypedForm {
  const begin = () => startForm({ today, requestKey: newId(), start }, options);
  const begunWith = JSON.stringify({ ...start, patient: start.patient?.id });
  const [{ form, isRestored }, make] = useReducer(stepOn, null, () => ({ form: begin(), isRestored: false }));
  const untouched = useRef<BookingForm | null>(form);

  // Storage is only there after the page has come alive: the server cannot know what was typed.
  useEffect(() => {
    const kept = readDraft({ owner, begunWith });
    if (kept) make({ kind: 'restore', form: kept });
  }, [owner, begunWith]);

  useEffect(() => {
    if (untouched.current && untouched.current !== form) writeDraft({ owner, begunWith, form });
  }, [form, owner, begunWith]);

  return {
    form,
    make,
    isRestored,
    startAnew() {
      const anew = begin();
      untouched.current = anew;
      dropDraft();
      make({ kind: 'begin', form: anew });
    },
    forget() {
      untouched.current = null;
      dropDraft();
    },
  };
}
