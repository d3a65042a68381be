import { useEffect, useEffectEvent, useMemo, useReducer, useRef } from 'react';
import { newId } from '@/lib/ids/new-id';
import { type Basis, type Draft, type DraftPlace, dropDraft, keptDraft, writeDraft } from './booking-draft';
import { type BookingForm, type BookingKind, change, type FormChange } from './booking-form';

export interface TypedForm {
  form: BookingForm;
  make: (change: FormChange) => void;
  /** The stored draft that this form was opened from; null for a new booking. */
  basis: Basis | null;
  /** What was typed before a reload, or before leaving the page, stands in the form again. */
  isRestored: boolean;
  /** Whether anything was typed that would be lost. */
  isTouched: boolean;
  /** Which form it is, the first at 0: what was shown of one that is thrown away goes with it. */
  round: number;
  /** Throws away what was typed; answers the way back. */
  startAnew: () => () => void;
  /** After a save: the next form is another one. */
  forget: () => void;
}

interface Beginning {
  /** The id of the user who types. */
  owner: string;
  /** What the form was begun with: another beginning is another form. */
  begunWith: string;
  place: DraftPlace['of'];
  begin: (requestKey: string) => BookingForm;
  /** Which of the two forms is shown. */
  kind: BookingKind;
  /** What was typed before stands in the form again: in which of the two it was typed. */
  onRestore?: (kind: BookingKind) => void;
  /** Of the stored draft, if one is edited. */
  version?: number;
}

type State = Pick<TypedForm, 'form' | 'basis' | 'isRestored' | 'isTouched' | 'round'>;
type Step = FormChange | ({ kind: 'restore' | 'begin' } & Pick<State, 'form' | 'basis'>);

function stepOn(state: State, step: Step): State {
  if ('form' in step) {
    const isRestored = step.kind === 'restore';
    const round = isRestored ? state.round : state.round + 1;
    return { form: step.form, basis: step.basis, isRestored, isTouched: isRestored, round };
  }
  return { ...state, form: change(state.form, step), isTouched: true };
}

/** The form, kept in this tab while it is typed. */
export function useBookingForm(beginning: Beginning): TypedForm {
  const { owner, begunWith, place: of, begin, kind, onRestore, version } = beginning;
  const place = useMemo(() => ({ of, begunWith }), [of, begunWith]);
  function anew() {
    const form = begin(newId());
    return { form, basis: version === undefined ? null : { version, form } };
  }
  const [{ form, basis, isRestored, isTouched, round }, make] = useReducer(stepOn, null, () => ({
    ...anew(),
    isRestored: false,
    isTouched: false,
    round: 0,
  }));
  const untouched = useRef<BookingForm | null>(form);

  // Who has begun to type meanwhile goes on with that.
  const restore = useEffectEvent((kept: Draft) => {
    if (form !== untouched.current) return;
    make({ kind: 'restore', form: kept.form, basis: kept.basis });
    onRestore?.(kept.kind);
  });

  // Storage is only there after the page has come alive: the server cannot know what was typed.
  useEffect(() => {
    const kept = keptDraft(place);
    if (kept === null) return;
    let isLeft = false;
    // Without a network the form begins anew.
    void import('./read-draft')
      .catch(() => null)
      .then((reader) => {
        const draft = reader?.readDraft(kept, owner) ?? null;
        if (draft && !isLeft) restore(draft);
        return draft;
      });
    return () => {
      isLeft = true;
    };
  }, [owner, place]);

  useEffect(() => {
    if (untouched.current && untouched.current !== form) {
      writeDraft(place, { owner, kind, form, basis });
    }
  }, [kind, form, basis, owner, place]);

  return {
    form,
    make,
    basis,
    isRestored,
    isTouched,
    round,
    startAnew() {
      const thrownAway = { form, basis };
      const next = anew();
      untouched.current = next.form;
      dropDraft(place);
      make({ kind: 'begin', ...next });
      return () => {
        // Also for whoever has left the page meanwhile.
        writeDraft(place, { owner, kind, ...thrownAway });
        make({ kind: 'restore', ...thrownAway });
      };
    },
    forget() {
      untouched.current = null;
      dropDraft(place);
    },
  };
}
