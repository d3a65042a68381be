import { describe, expect, it } from 'vitest';
import { calendarQuery } from '@/lib/calendar/input';
import { calendarHref, onDate } from './address';

describe('the address of the calendar', () => {
  it('is read back as it was written', () => {
    const query = calendarQuery.parse({
      view: 'week',
      date: '2027-01-03',
      clinic: 'c-1',
      provider: 'p_2',
      service: 's3',
      room: 'r4',
      cancelled: '1',
    });
    const written = new URL(calendarHref(query), 'http://clinic').searchParams;
    expect(calendarQuery.parse(Object.fromEntries(written))).toEqual(query);
  });

  it('is short where nothing is unusual', () => {
    expect(calendarHref(calendarQuery.parse({}))).toBe('/calendar');
    expect(calendarHref(calendarQuery.parse({ date: '2027-01-03' }))).toBe('/calendar?date=2027-01-03');
  });

  it('names a visit beside what is asked', () => {
    const { searchParams } = new URL(
      calendarHref(calendarQuery.parse({ room: 'r4' }), 'v-1'),
      'http://clinic',
    );
    expect(Object.fromEntries(searchParams)).toEqual({ room: 'r4', visit: 'v-1' });
  });

  it('leaves today out, so that it is still today tomorrow', () => {
    const query = calendarQuery.parse({ view: 'week' });
    expect(onDate(query, '2027-01-03', '2027-01-03').date).toBeNull();
    expect(onDate(query, '2027-01-04', '2027-01-03').date).toBe('2027-01-04');
  });
});
