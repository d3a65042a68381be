import { describe, expect, it } from 'vitest';
import {
  type BookingForm,
  change,
  countOf,
  emptyForm,
  type FormChange,
  sessionRows,
  startForm,
} from './booking-form';
import { type BookingOptions, offeredProviders } from './booking-options';

const speech = { id: 'speech', name: 'Speech therapy', durationMinutes: 45, sessionCount: 12 };
const physio = { id: 'physio', name: 'Physiotherapy', durationMinutes: 30, sessionCount: 6 };
const options: BookingOptions = {
  clinics: [{ id: 'north', name: 'North', timeZone: 'Europe/London', weekStart: 0, today: '2027-01-03' }],
  services: [speech, physio],
  providers: [
    { id: 'nora', name: 'Nora', clinicIds: ['north'], serviceIds: ['speech', 'physio'] },
    { id: 'omar', name: 'Omar', clinicIds: ['north'], serviceIds: ['physio'] },
    { id: 'ula', name: 'Ula', clinicIds: ['south'], serviceIds: ['speech'] },
  ],
};

const empty = emptyForm('2027-01-03', 'key');
const after = (form: BookingForm, ...changes: FormChange[]) => changes.reduce(change, form);
const service = (serviceTypeId: string): FormChange => ({ kind: 'service', serviceTypeId, options });

describe('the booking form', () => {
  it('begins today, with the only clinic chosen', () => {
    const form = startForm({ today: '2027-01-03', requestKey: 'key', start: {} }, options);
    expect(form).toMatchObject({ clinicId: 'north', startDate: '2027-01-03', date: '2027-01-03' });
  });

  it('chooses no clinic where there are two', () => {
    const [north] = options.clinics;
    const two = { ...options, clinics: north ? [north, { ...north, id: 'south' }] : [] };
    expect(startForm({ today: '2027-01-03', requestKey: 'key', start: {} }, two).clinicId).toBe('');
  });

  it('takes what the address says, and fills in its service', () => {
    const start = { serviceTypeId: 'speech', providerId: 'nora', date: '2027-02-01', time: '10:00' };
    expect(startForm({ today: '2027-01-03', requestKey: 'key', start }, options)).toMatchObject({
      ...start,
      durationMinutes: '45',
      sessionCount: '12',
    });
  });

  it('takes length and number of sessions from the service', () => {
    expect(after(empty, service('speech'), service('physio'))).toMatchObject({
      durationMinutes: '30',
      sessionCount: '6',
    });
  });

  it('begins today where the clinic is, also where that is another day, until a day is typed', () => {
    const [north] = options.clinics;
    const clinics = north ? [north, { ...north, id: 'east', today: '2027-01-04' }] : [];
    const to = (clinicId: string): FormChange => ({
      kind: 'clinic',
      clinicId,
      options: { ...options, clinics },
    });
    expect(after(empty, to('east'))).toMatchObject({ startDate: '2027-01-04', date: '2027-01-04' });
    expect(after(empty, to('east'), to('north'))).toMatchObject({ startDate: '2027-01-03' });
    const typed: FormChange = { kind: 'set', fields: { startDate: '2027-01-20' } };
    expect(after(empty, typed, to('east'))).toMatchObject({ startDate: '2027-01-20', date: '2027-01-20' });
  });

  it('keeps what the user has typed when the service changes', () => {
    const form = after(empty, service('speech'), { kind: 'count', sessionCount: '24' }, service('physio'));
    expect(form).toMatchObject({ durationMinutes: '30', sessionCount: '24' });
  });

  it('fills a field in again after it was emptied', () => {
    const form = after(
      empty,
      { kind: 'duration', durationMinutes: '60' },
      { kind: 'duration', durationMinutes: '' },
      service('speech'),
    );
    expect(form.durationMinutes).toBe('45');
  });

  it('counts no more sessions than there can be, and none while it is not a number', () => {
    expect(['', '1', '100', '101', '999999'].map((sessionCount) => countOf({ sessionCount }))).toEqual([
      0, 1, 100, 100, 100,
    ]);
  });
});

describe('providers session by session', () => {
  const four = after(empty, { kind: 'count', sessionCount: '4' });
  const given = (number: number, ...providerIds: string[]): FormChange => ({
    kind: 'session',
    number,
    to: { providerIds },
  });
  const chosen = (form: BookingForm) => sessionRows(form).map((row) => row.providerIds.join('+'));

  it('are chosen one by one', () => {
    expect(chosen(after(four, given(3, 'nora', 'omar')))).toEqual(['', '', 'nora+omar', '']);
  });

  it('fill down from a session, and leave those above and all notes alone', () => {
    const form = after(
      four,
      given(1, 'omar'),
      given(2, 'nora'),
      { kind: 'session', number: 4, to: { note: 'bring the splint' } },
      { kind: 'fill_down', from: 2 },
    );
    expect(chosen(form)).toEqual(['omar', 'nora', 'nora', 'nora']);
    expect(sessionRows(form)[3]?.note).toBe('bring the splint');
  });

  it('alternate between the first two', () => {
    const form = after(four, given(1, 'omar'), given(2, 'nora'), { kind: 'alternate' });
    expect(chosen(form)).toEqual(['omar', 'nora', 'omar', 'nora']);
  });

  it('are kept when the number of sessions shrinks and grows again', () => {
    const form = after(
      four,
      given(4, 'nora'),
      { kind: 'count', sessionCount: '2' },
      { kind: 'fill_down', from: 1 },
      { kind: 'count', sessionCount: '4' },
    );
    expect(chosen(form)).toEqual(['', '', '', 'nora']);
  });
});

describe('the providers on offer', () => {
  const offered = (clinicId: string, serviceTypeId: string) =>
    offeredProviders(options, { clinicId, serviceTypeId }).map(({ id }) => id);

  it('work at the clinic and are qualified for the service', () => {
    expect(offered('north', 'speech')).toEqual(['nora']);
    expect(offered('north', 'physio')).toEqual(['nora', 'omar']);
  });

  it('are all of the clinic before a service is chosen', () => {
    expect(offered('north', '')).toEqual(['nora', 'omar']);
  });
});

describe('switching between one and many', () => {
  it('begins session by session with who was chosen for all, unless some have been chosen so before', () => {
    const all = { ...empty, sessionCount: '2', providerId: 'nora' };
    const perSession = change(all, { kind: 'set', fields: { strategy: 'per_session' } });
    expect(sessionRows(perSession).map(({ providerIds }) => providerIds)).toEqual([['nora'], ['nora']]);
    const again = after(
      perSession,
      { kind: 'session', number: 2, to: { providerIds: ['omar'] } },
      { kind: 'set', fields: { strategy: 'one' } },
      { kind: 'set', fields: { providerId: 'lea' } },
      { kind: 'set', fields: { strategy: 'per_session' } },
    );
    expect(sessionRows(again).map(({ providerIds }) => providerIds)).toEqual([['nora'], ['omar']]);
  });

  it('takes the day of a single visit for the first of a package, until the two are made different', () => {
    const typed = change(empty, { kind: 'set', fields: { date: '2027-01-12' } });
    expect(typed).toMatchObject({ date: '2027-01-12', startDate: '2027-01-12' });
    const apart = after(
      { ...typed, date: '2027-01-13' },
      { kind: 'set', fields: { startDate: '2027-01-20' } },
      { kind: 'set', fields: { date: '2027-01-14' } },
    );
    expect(apart).toMatchObject({ date: '2027-01-14', startDate: '2027-01-20' });
  });
});

describe('a plan changed by hand', () => {
  const place = (number: number) => ({ number, providerId: 'nora', roomId: null, start: number });
  const withNora = { ...empty, sessionCount: '3', providerId: 'nora' };

  it('gives one session to somebody else, and leaves the others where they were', () => {
    const form = change(withNora, { kind: 'give', number: 2, providerId: 'omar' });
    expect(form.strategy).toBe('per_session');
    expect(sessionRows(form).map(({ providerIds }) => providerIds)).toEqual([['nora'], ['omar'], ['nora']]);
  });

  it('gives the chosen sessions to one provider, and keeps their notes', () => {
    const form = after(
      withNora,
      { kind: 'give', number: 1, providerId: 'nora' },
      { kind: 'session', number: 3, to: { note: 'bring the device' } },
      { kind: 'give_all', numbers: [1, 3], providerIds: ['omar'] },
    );
    expect(sessionRows(form)).toEqual([
      { providerIds: ['omar'], note: '' },
      { providerIds: ['nora'], note: '' },
      { providerIds: ['omar'], note: 'bring the device' },
    ]);
  });

  it('is planned anew as a whole when every session may move again', () => {
    const pinned = after(withNora, { kind: 'pin', place: place(1) }, { kind: 'pin', place: place(2) });
    expect(pinned.pinned).toHaveLength(2);
    expect(change(pinned, { kind: 'unpin_all' }).pinned).toEqual([]);
  });

  it('leaves the others where they stood, until they are planned anew or the form asks for something else', () => {
    const moved = change(withNora, { kind: 'pin', place: place(2), others: [place(1), place(3)] });
    expect(moved).toMatchObject({ pinned: [place(2)], kept: [place(1), place(3)] });
    const pinnedToo = change(moved, { kind: 'pin', place: place(3) });
    expect(pinnedToo).toMatchObject({ pinned: [place(2), place(3)], kept: [place(1)] });
    expect(change(moved, { kind: 'unpin', number: 2 })).toMatchObject({
      pinned: [],
      kept: [place(1), place(3)],
    });
    expect(change(moved, { kind: 'set', fields: { notes: 'Comes by bus.' } }).kept).toHaveLength(2);
    const others: FormChange[] = [
      { kind: 'plan_rest' },
      { kind: 'count', sessionCount: '4' },
      { kind: 'set', fields: { preferredDays: [1] } },
    ];
    for (const other of others) {
      expect(change(moved, other)).toMatchObject({ pinned: [place(2)], kept: [] });
    }
  });

  it('keeps its places when another one’s values are taken over, unless they are of another clinic', () => {
    const pinned = change(withNora, { kind: 'pin', place: place(1) });
    const taken = change(pinned, { kind: 'take', fields: { durationMinutes: '60' } });
    expect(taken).toMatchObject({ durationMinutes: '60', pinned: [place(1)], providerId: 'nora' });
    expect(change(pinned, { kind: 'take', fields: { clinicId: 'south' } }).pinned).toEqual([]);
    expect(change(pinned, { kind: 'take', fields: { pinned: [place(2)] } }).pinned).toEqual([place(2)]);
  });
});

describe('a place in the calendar that was pressed', () => {
  it('is when a visit is, and from when a package is planned', () => {
    const start = { date: '2027-01-09', time: '10:00', providerId: 'nora' };
    const form = startForm({ today: '2027-01-03', requestKey: 'key', start }, options);
    expect(form).toMatchObject({ ...start, startDate: '2027-01-09' });
    const past = { ...start, date: '2027-01-01' };
    expect(startForm({ today: '2027-01-03', requestKey: 'key', start: past }, options).startDate).toBe(
      '2027-01-03',
    );
  });
});
