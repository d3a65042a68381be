import { describe, expect, it } from 'vitest';
import { createPackageInput } from '@/lib/packages/input';
import { byField } from './booking-fields';
import { type BookingForm, emptyForm } from './booking-form';
import { packageInputOf } from './booking-input';
import { faultsOfForm, readyPlanInput } from './booking-rules';
import { faultsOfDraft, firstFaults } from './first-faults';

const TODAY = '2027-01-03';
const KEY = '01975a3e-7c5b-7000-8000-000000000001';

const complete: BookingForm = {
  ...emptyForm(TODAY, KEY),
  patient: { id: 'lina', label: 'Lina 🙂 حداد' },
  clinicId: 'north',
  serviceTypeId: 'speech',
  sessionCount: '12',
  durationMinutes: '45',
  providerId: 'nora',
  date: '2027-01-04',
  time: '09:30',
};

const packageFaults = (fields: Partial<BookingForm>) =>
  faultsOfForm({ ...complete, ...fields }, 'package', TODAY);
const singleFaults = (fields: Partial<BookingForm>) =>
  faultsOfForm({ ...complete, ...fields }, 'single', TODAY);

describe('a package form', () => {
  it('is ready to plan when it is complete', () => {
    expect(packageFaults({})).toEqual({});
    expect(readyPlanInput(complete, TODAY)).toMatchObject({
      sessionCount: 12,
      endDate: null,
      dayHours: null,
      maxPerWeek: null,
      providers: { strategy: 'one', providerId: 'nora' },
    });
  });

  it('is planned around what stays and what is held by hand; only the latter is saved as held', () => {
    const place = (number: number, start: number) => ({ number, providerId: 'nora', roomId: null, start });
    const moved = { ...complete, pinned: [place(2, 20)], kept: [place(1, 10), place(2, 15), place(3, 30)] };
    expect(readyPlanInput(moved, TODAY)?.pinned).toEqual([place(2, 20), place(1, 10), place(3, 30)]);
    expect(packageInputOf(moved, []).pinned).toEqual([place(2, 20)]);
  });

  it('names every field that is still empty', () => {
    const faults = faultsOfForm(emptyForm(TODAY, KEY), 'package', TODAY);
    expect(Object.keys(faults).sort()).toEqual(
      ['clinicId', 'durationMinutes', 'patientId', 'providerId', 'serviceTypeId', 'sessionCount'].sort(),
    );
    expect(new Set(Object.values(faults).map(({ code }) => code))).toEqual(new Set(['required']));
    expect(readyPlanInput(emptyForm(TODAY, KEY), TODAY)).toBeNull();
  });

  it.each([
    ['1', { code: 'too_small', values: { minimum: 2 } }],
    ['2', undefined],
    ['100', undefined],
    ['101', { code: 'too_big', values: { maximum: 100 } }],
    ['4.5', { code: 'whole_number' }],
    ['-', { code: 'whole_number' }],
    ['-3', { code: 'too_small', values: { minimum: 2 } }],
    ['', { code: 'required' }],
  ])('of %s sessions', (sessionCount, fault) => {
    expect(packageFaults({ sessionCount }).sessionCount).toEqual(fault);
  });

  it('begins today or later', () => {
    expect(packageFaults({ startDate: '2027-01-02' }).startDate).toEqual({ code: 'in_the_past' });
    expect(packageFaults({ startDate: TODAY }).startDate).toBeUndefined();
    expect(readyPlanInput({ ...complete, startDate: '2027-01-02' }, TODAY)).toBeNull();
  });

  it('does not begin on a day that is no day', () => {
    expect(packageFaults({ startDate: '2027-02-30' }).startDate).toEqual({ code: 'not_a_date' });
  });

  it('does not begin so late that no day can be counted from it', () => {
    expect(packageFaults({ startDate: '9000-12-31' }).startDate).toBeUndefined();
    expect(packageFaults({ startDate: '9001-01-01' }).startDate).toEqual({ code: 'too_far_ahead' });
    expect(packageFaults({ endDate: '9999-12-31' }).endDate).toEqual({ code: 'too_far_ahead' });
  });

  it('ends on its first day or later, told even while other fields are empty', () => {
    const faults = packageFaults({ patient: null, startDate: '2027-02-02', endDate: '2027-02-01' });
    expect(faults.endDate).toEqual({ code: 'ends_before_start' });
    expect(packageFaults({ startDate: '2027-02-02', endDate: '2027-02-02' }).endDate).toBeUndefined();
  });

  it('lasts a year at most', () => {
    expect(packageFaults({ endDate: '2028-01-03' }).endDate).toBeUndefined();
    expect(packageFaults({ endDate: '2028-01-04' }).endDate).toEqual({ code: 'window_too_long' });
  });

  it('wants both of the patient’s hours, in order', () => {
    expect(packageFaults({ hoursFrom: '09:00' }).hoursTo).toEqual({ code: 'not_a_time' });
    expect(packageFaults({ hoursFrom: '12:00', hoursTo: '12:00' }).hoursTo).toEqual({
      code: 'ends_before_start',
    });
    expect(packageFaults({ hoursFrom: '12:00', hoursTo: '24:00' })).toEqual({});
  });

  it('tells once which sessions have no provider', () => {
    const perSession = [{ providerIds: ['nora'], note: '' }];
    expect(packageFaults({ strategy: 'per_session', sessionCount: '4', perSession })).toEqual({
      perSession: { code: 'provider_required', sessions: [2, 3, 4] },
    });
  });

  it('may leave open in a draft who gives the sessions', () => {
    const nobody = [{ providerIds: [], note: 'asks for a woman' }];
    const draft = { autoSchedule: false, strategy: 'per_session' as const, perSession: nobody };
    expect(packageFaults(draft)).toEqual({});
    expect(packageFaults({ autoSchedule: false, providerId: '' })).toEqual({});
    expect(packageFaults({ ...draft, patient: null })).toEqual({ patientId: { code: 'required' } });
    for (const form of [draft, { autoSchedule: false, providerId: '' }])
      expect(firstFaults({ ...complete, ...form }, 'package', TODAY)).toEqual({});
  });

  it('of a draft may begin on the day that it had, also when that has passed, and is not scheduled so', () => {
    const passed = { ...complete, startDate: '2027-01-02' };
    const draft = { ...passed, autoSchedule: false };
    const faultsFor = (form: BookingForm, formerStart: string | undefined) =>
      faultsOfDraft(firstFaults(form, 'package', TODAY), { form, formerStart });
    const inThePast = { startDate: { code: 'in_the_past' } };
    expect(faultsFor(draft, '2027-01-02')).toEqual({});
    expect(faultsFor(draft, '2027-01-01')).toEqual(inThePast);
    expect(faultsFor(draft, undefined)).toEqual(inThePast);
    expect(faultsFor(passed, '2027-01-02')).toEqual(inThePast);
  });

  it('is sent with a list of its own for each session, also where nobody is chosen', () => {
    const { providers } = packageInputOf({ ...complete, strategy: 'per_session' }, []);
    const lists = providers.strategy === 'one' ? [] : providers.sessions.map((row) => row.providerIds);
    expect(lists.length).toBeGreaterThan(1);
    expect(new Set(lists).size).toBe(lists.length);
  });

  it('says how long notes may be', () => {
    expect(packageFaults({ notes: 'x'.repeat(4000) }).notes).toBeUndefined();
    expect(packageFaults({ notes: 'x'.repeat(10_000) }).notes).toEqual({
      code: 'too_long',
      values: { maximum: 4000 },
    });
  });

  it('is saved with just the places that were shown', () => {
    const shown = [{ number: 1, providerId: 'nora', roomId: null, start: 5, end: 9, isMarked: true }];
    const parsed = createPackageInput.parse(packageInputOf(complete, shown));
    expect(parsed.shown).toEqual([{ number: 1, providerId: 'nora', roomId: null, start: 5 }]);
    expect(parsed.requestKey).toBe(KEY);
  });
});

describe('what is known before the rules are there', () => {
  it('is what they say of a form that is not begun, that is half typed or whole', () => {
    for (const kind of ['package', 'single'] as const) {
      const half: BookingForm = { ...complete, patient: null, startDate: '2027-01-02', date: '2027-01-02' };
      for (const form of [emptyForm(TODAY, KEY), half, complete]) {
        expect(firstFaults(form, kind, TODAY)).toEqual(faultsOfForm(form, kind, TODAY));
      }
    }
  });

  it('is which sessions have no provider', () => {
    const form: BookingForm = {
      ...complete,
      strategy: 'per_session',
      perSession: [{ providerIds: ['nora'], note: '' }],
    };
    expect(firstFaults(form, 'package', TODAY)).toEqual(faultsOfForm(form, 'package', TODAY));
  });
});

describe('a single booking', () => {
  it('needs nothing of what only packages have', () => {
    expect(singleFaults({ sessionCount: '', minGapDays: '', endDate: '2020-01-01' })).toEqual({});
  });

  it('needs a day and a time', () => {
    expect(singleFaults({ date: '', time: '' })).toMatchObject({
      date: { code: 'required' },
      time: { code: 'required' },
    });
    expect(singleFaults({ date: '2027-01-02' }).date).toEqual({ code: 'in_the_past' });
  });
});

describe('what the server finds wrong', () => {
  it('stands at the same fields', () => {
    expect(
      byField({
        'providers.providerId': { code: 'not_at_clinic' },
        'dayHours.from': { code: 'not_a_time' },
        startDate: { code: 'in_the_past' },
        'preferredDays.2': { code: 'invalid' },
        requestKey: { code: 'invalid' },
      }),
    ).toEqual({
      providerId: { code: 'not_at_clinic' },
      hoursFrom: { code: 'not_a_time' },
      startDate: { code: 'in_the_past' },
      preferredDays: { code: 'invalid' },
      form: { code: 'invalid' },
    });
  });

  it('names the sessions of the first fault of their providers', () => {
    expect(
      byField({
        'providers.sessions.1.providerIds': { code: 'not_qualified' },
        'providers.sessions.2.providerIds': { code: 'inactive' },
        'providers.sessions.6.providerIds': { code: 'not_qualified' },
      }),
    ).toEqual({ perSession: { code: 'not_qualified', sessions: [2, 7] } });
  });
});
