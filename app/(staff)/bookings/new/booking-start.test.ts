import { describe, expect, it } from 'vitest';
import { bookingStart } from './booking-start';

const options = {
  clinics: [{ id: 'north', name: 'North', timeZone: 'Europe/London', weekStart: 0, today: '2027-01-03' }],
  services: [{ id: 'speech', name: 'Speech', durationMinutes: 45, sessionCount: 12 }],
  providers: [{ id: 'nora', name: 'Nora', clinicIds: ['north'], serviceIds: ['speech'] }],
};

describe('what the address of a new booking fills in', () => {
  it('is a patient, and what the form offers', () => {
    const address = {
      kind: 'single',
      patient: 'lina',
      clinic: 'north',
      service: 'speech',
      provider: 'nora',
      date: '2027-01-03',
      time: '10:00',
    };
    expect(bookingStart(address, options)).toEqual({
      patientId: 'lina',
      clinicId: 'north',
      serviceTypeId: 'speech',
      providerId: 'nora',
      date: '2027-01-03',
      time: '10:00',
    });
  });

  it('is nothing that is not offered, is no date or no time, or stands there twice', () => {
    const address = {
      patient: '',
      clinic: 'south',
      service: ['speech', 'speech'],
      provider: 'mallory',
      date: '2027-02-30',
      time: '24:00',
    };
    expect(bookingStart(address, options)).toEqual({});
  });
});
