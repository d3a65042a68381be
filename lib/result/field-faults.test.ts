import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { bookAppointmentInput } from '@/lib/appointments/input';
import { parseInput } from './field-faults';

const visit = {
  requestKey: '01890000-0000-7000-8000-000000000000',
  patientId: 'layla',
  clinicId: 'noor',
  serviceTypeId: 'speech',
  providerId: 'nora',
  date: '2027-01-04',
  time: '09:00',
  durationMinutes: 45,
  notes: '',
};
const faultsWith = (fields: Record<string, unknown>) => {
  const parsed = parseInput(bookAppointmentInput, { ...visit, ...fields });
  return parsed.ok ? {} : parsed.error;
};

describe('what is wrong with an input', () => {
  it('is nothing where every field is as it should be', () => {
    expect(faultsWith({})).toEqual({});
  });

  it.each([undefined, null, ''])('is that a field is needed where %j stands', (nothing) => {
    expect(faultsWith({ patientId: nothing })).toEqual({ patientId: { code: 'required' } });
    expect(faultsWith({ date: nothing })).toEqual({ date: { code: 'required' } });
    expect(faultsWith({ durationMinutes: nothing })).toEqual({ durationMinutes: { code: 'required' } });
  });

  it.each([7, true, [], {}])('is that a text is no text where %j stands', (other) => {
    expect(faultsWith({ patientId: other })).toEqual({ patientId: { code: 'invalid' } });
    expect(faultsWith({ date: other })).toEqual({ date: { code: 'invalid' } });
    expect(faultsWith({ notes: other })).toEqual({ notes: { code: 'invalid' } });
  });

  it('is that a number is no number, or not a whole one', () => {
    expect(faultsWith({ durationMinutes: '45' })).toEqual({ durationMinutes: { code: 'invalid' } });
    expect(faultsWith({ durationMinutes: Number.NaN })).toEqual({
      durationMinutes: { code: 'whole_number' },
    });
    expect(faultsWith({ durationMinutes: 4.5 }).durationMinutes).toEqual({ code: 'whole_number' });
  });

  it('is that a choice is needed, or another one', () => {
    const choice = z.object({ kind: z.enum(['one', 'other']) });
    expect(parseInput(choice, {})).toEqual({ ok: false, error: { kind: { code: 'required' } } });
    expect(parseInput(choice, { kind: 'third' })).toEqual({
      ok: false,
      error: { kind: { code: 'invalid' } },
    });
  });

  it('is told of the whole where it is of another kind', () => {
    expect(parseInput(bookAppointmentInput, [1])).toEqual({ ok: false, error: { '': { code: 'invalid' } } });
    expect(parseInput(bookAppointmentInput, null)).toEqual({
      ok: false,
      error: { '': { code: 'required' } },
    });
  });
});
