import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { CalendarAppointment } from '@/db/reads/calendar-appointments';
import type { DayColumn } from '@/lib/calendar/day-column';
import en from '@/messages/en';
import { localeTags } from '@/messages/languages';
import { DayTrack } from './day-track';

const nora = { id: 'nora', name: 'Nora Whitfield' };
const lina: CalendarAppointment = {
  id: 'visit',
  version: 1,
  start: 0,
  end: 2_700_000,
  status: 'SCHEDULED',
  isOverlapping: false,
  provider: nora,
  patientName: 'Lina Haddad',
  service: null,
  room: null,
  position: null,
};
const column: DayColumn = {
  date: '2027-01-04',
  provider: nora,
  works: [{ from: 540, to: 720 }],
  breaks: [],
  timeOff: [],
  elsewhere: [],
  cards: [
    {
      from: 600,
      to: 645,
      appointment: lina,
      startTime: '10:00',
      endTime: '10:45',
      hasBegunBefore: false,
      isMatch: true,
    },
  ],
  utilisation: 0.25,
};

const drawn = (hasNow: boolean) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={localeTags.en} messages={en} timeZone="UTC">
      <DayTrack column={column} label="Nora Whitfield" gridColumn={2} hasNow={hasNow} />
    </NextIntlClientProvider>,
  );

describe('the line of the present moment', () => {
  it('is drawn before the visits, so that it strikes none of them through', () => {
    const track = drawn(true);
    expect(track).toContain('data-now');
    expect(track.indexOf('data-now')).toBeLessThan(track.indexOf('data-visit'));
  });

  it('is only where the present is', () => {
    expect(drawn(false)).not.toContain('data-now');
  });
});
