import type { BookingForm, BookingKind } from './booking-form';

/** Where forms that are not saved yet outlive a reload: this tab, and only until it is closed. */
const PLACES = { booking: 'takt-booking', draft: 'takt-draft' } as const;

export interface DraftPlace {
  of: keyof typeof PLACES;
  /** What the address had filled in: another patient's page begins another form, and each is kept. */
  begunWith: string;
}

const keyOf = ({ of, begunWith }: DraftPlace) => `${PLACES[of]} ${begunWith}`;

export interface Draft {
  /** Who typed it: on a shared desk nobody finds another one's patient. */
  owner: string;
  /** Which of the two forms was typed in: both share what is typed. */
  kind: BookingKind;
  form: BookingForm;
  /** The stored draft that is being edited, as it stood when this form was opened. */
  basis: Basis | null;
}

/** The stored record that a form was opened from. */
export interface Basis {
  version: number;
  form: BookingForm;
}

/** What was begun in this tab, still to be read (`read-draft.ts`). */
export function keptDraft(place: DraftPlace): string | null {
  try {
    return sessionStorage.getItem(keyOf(place));
  } catch {
    return null; // storage is switched off: the form begins anew
  }
}

export function writeDraft(place: DraftPlace, kept: Draft): void {
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify(kept));
  } catch {
    // Storage is full or switched off: typing goes on without it.
  }
}

export function dropDraft(place: DraftPlace): void {
  try {
    sessionStorage.removeItem(keyOf(place));
  } catch {
    // Nothing was kept.
  }
}
