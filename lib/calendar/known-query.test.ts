import { describe, expect, it } from 'vitest';
import { calendarQuery } from './input';
import { clinicOf, knownQuery } from './known-query';

const clinic = (id: string) => ({ id, name: id, timeZone: 'Europe/London', gridMinutes: 15, weekStart: 0 });

describe('what an address may name', () => {
  it('is the clinic that it names, else the first one', () => {
    const clinics = [clinic('north'), clinic('south')];
    expect(clinicOf(calendarQuery.parse({ clinic: 'south' }), clinics)?.id).toBe('south');
    expect(clinicOf(calendarQuery.parse({}), clinics)?.id).toBe('north');
    expect(clinicOf(calendarQuery.parse({ clinic: 'of-another-tenant' }), clinics)?.id).toBe('north');
  });

  it('is no clinic where there is none', () => {
    expect(clinicOf(calendarQuery.parse({ clinic: 'south' }), [])).toBeNull();
  });

  it('is what the clinic offers, and nothing else', () => {
    const choices = {
      providers: [{ id: 'nora', name: 'Nora' }],
      services: [],
      rooms: [{ id: 'gym', name: 'Gym' }],
    };
    const asked = calendarQuery.parse({ view: 'week', provider: 'nora', service: 'gone', room: 'elsewhere' });
    expect(knownQuery(asked, choices)).toEqual({ ...asked, service: null, room: null });
  });
});
