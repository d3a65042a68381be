import { describe, expect, it } from 'vitest';
import type { DayCard, DayColumn } from '@/lib/calendar/day-column';
import { freeSpans } from './free-spans';

const visit = (from: number, to: number, status: DayCard['appointment']['status']): DayCard => ({
  from,
  to,
  startTime: '',
  endTime: '',
  hasBegunBefore: false,
  isMatch: true,
  appointment: {
    id: `${from}`,
    version: 1,
    start: 0,
    end: 0,
    status,
    isOverlapping: false,
    provider: { id: 'nora', name: 'Nora' },
    patientName: 'Lina',
    service: null,
    room: null,
    position: null,
  },
});

const nora: DayColumn = {
  date: '2027-01-04',
  provider: { id: 'nora', name: 'Nora' },
  works: [{ from: 540, to: 720 }],
  breaks: [],
  timeOff: [{ from: 690, to: 720, label: 'Course' }],
  elsewhere: [],
  cards: [visit(540, 585, 'SCHEDULED'), visit(600, 645, 'CANCELLED')],
  utilisation: null,
};

describe('the free time of a column', () => {
  it('is worked time without leave and visits; a cancelled one leaves its time free', () => {
    expect(freeSpans(nora, { isPast: false, nowMinute: null })).toEqual([{ from: 585, to: 690 }]);
  });

  it('begins now on the present day', () => {
    expect(freeSpans(nora, { isPast: false, nowMinute: 650 })).toEqual([{ from: 650, to: 690 }]);
  });

  it('is none on a past day', () => {
    expect(freeSpans(nora, { isPast: true, nowMinute: null })).toEqual([]);
  });
});
