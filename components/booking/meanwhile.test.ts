import { describe, expect, it } from 'vitest';
import { type BookingForm, change, emptyForm } from './booking-form';
import { changedMeanwhile, fieldsFrom } from './meanwhile';

const basis: BookingForm = {
  ...emptyForm('2027-01-03', 'key'),
  patient: { id: 'lina', label: 'Lina' },
  durationMinutes: '45',
  sessionCount: '4',
  providerId: 'nora',
};
const edited = (fields: Partial<BookingForm>): BookingForm => ({ ...basis, ...fields });

describe('what someone else has changed in a draft meanwhile', () => {
  it('is nothing where nobody changed anything, or where both typed the same', () => {
    expect(changedMeanwhile({ basis, mine: basis, theirs: basis })).toEqual([]);
    const same = edited({ durationMinutes: '60' });
    expect(changedMeanwhile({ basis, mine: same, theirs: { ...same, requestKey: 'other' } })).toEqual([]);
  });

  it('is not what only I have changed', () => {
    expect(changedMeanwhile({ basis, mine: edited({ notes: 'mine' }), theirs: basis })).toEqual([]);
  });

  it('is each field that they have changed, whether or not I have touched it', () => {
    const theirs = edited({ durationMinutes: '60', notes: 'theirs', goal: 'regular' });
    const mine = edited({ notes: 'mine' });
    expect(changedMeanwhile({ basis, mine, theirs })).toEqual(['goal', 'durationMinutes', 'notes']);
  });

  it('takes providers as one thing: who is for all, or who is for which session', () => {
    const rows = (...ids: string[]) => ids.map((id) => ({ providerIds: [id], note: '' }));
    const theirs = edited({
      strategy: 'per_session',
      providerId: '',
      perSession: rows('nora', 'omar', 'nora', 'omar'),
    });
    expect(changedMeanwhile({ basis, mine: basis, theirs })).toEqual(['providers']);
    const mine = change(basis, { kind: 'take', fields: fieldsFrom(theirs, ['providers']) });
    expect(mine.perSession).toEqual(theirs.perSession);
    expect(changedMeanwhile({ basis, mine, theirs })).toEqual([]);
  });

  it('is where they keep a session by hand, whichever room that was in', () => {
    const place = (number: number, roomId: string | null = null) => ({
      number,
      providerId: 'nora',
      roomId,
      start: number * 1000,
    });
    const theirs = edited({ pinned: [place(3), place(2)] });
    expect(changedMeanwhile({ basis, mine: basis, theirs })).toEqual(['pinned']);
    expect(fieldsFrom(theirs, ['pinned'])).toEqual({ pinned: theirs.pinned });
    const same = edited({ pinned: [place(2, 'blue'), place(3)] });
    expect(changedMeanwhile({ basis, mine: same, theirs })).toEqual([]);
    expect(changedMeanwhile({ basis, mine: basis, theirs: edited({ pinned: [place(5)] }) })).toEqual([]);
  });

  it('tells patients of one name apart', () => {
    const theirs = edited({ patient: { id: 'other-lina', label: 'Lina' } });
    expect(changedMeanwhile({ basis, mine: basis, theirs })).toEqual(['patientId']);
  });
});
