import type { BusyElsewhere, CalendarAppointment } from '@/db/reads/calendar-appointments';
import type { Absence, WeeklyHours } from '@/db/reads/calendar-hours';
import { overlaps } from '@/lib/time/interval';
import type { LocalDate } from '@/lib/time/local-date';
import { localTimeOf } from '@/lib/time/wall-clock';
import { type CalendarDay, type MinuteSpan, minutesOnDay } from './minutes-on-day';
import { utilisationOf, workingSpans } from './working-spans';

export type LabelledSpan = MinuteSpan & { readonly label: string };

/** An appointment on one day; one that goes over midnight is a card on both. */
export interface DayCard extends MinuteSpan {
  appointment: CalendarAppointment;
  /** On the clinic's clock, also when the day shows only a part. */
  startTime: string;
  endTime: string;
  hasBegunBefore: boolean;
  /** False when the service or room asked for is another one: its time is taken all the same. */
  isMatch: boolean;
}

/** One provider's day at a clinic. */
export interface DayColumn {
  date: LocalDate;
  provider: { id: string; name: string };
  works: readonly MinuteSpan[];
  breaks: readonly MinuteSpan[];
  timeOff: readonly LabelledSpan[];
  elsewhere: readonly LabelledSpan[];
  cards: readonly DayCard[];
  /** Taken share of the working time, 0 to 1; null on a day without any. */
  utilisation: number | null;
}

/** What is known of one provider, over as many days as are shown. */
export interface ProviderFacts {
  provider: { id: string; name: string };
  hours: readonly WeeklyHours[];
  timeOff: readonly Absence[];
  elsewhere: readonly BusyElsewhere[];
  appointments: readonly CalendarAppointment[];
}

const takesTime = ({ status }: CalendarAppointment) => status !== 'CANCELLED' && status !== 'NO_SHOW';

/** Lays what is known of a provider onto one day. */
export function dayColumn(
  facts: ProviderFacts,
  {
    day,
    isClosed,
    isMatch,
  }: {
    day: CalendarDay;
    isClosed: boolean;
    isMatch: (appointment: CalendarAppointment) => boolean;
  },
): DayColumn {
  const { works, breaks } = isClosed ? { works: [], breaks: [] } : workingSpans(facts.hours, day.date);
  const timeOff = facts.timeOff.flatMap(({ from, to, label }) => labelled({ from, to }, label, day));
  const elsewhere = facts.elsewhere.flatMap(({ from, to, clinicName }) =>
    labelled({ from, to }, clinicName, day),
  );
  const today = facts.appointments.filter((appointment) => overlaps(intervalOf(appointment), day));
  const cards = today.flatMap((appointment): DayCard[] => {
    const span = minutesOnDay(intervalOf(appointment), day);
    if (!span) return [];
    return [
      {
        ...span,
        appointment,
        startTime: localTimeOf(appointment.start, day.zone),
        endTime: localTimeOf(appointment.end, day.zone),
        hasBegunBefore: appointment.start < day.from,
        isMatch: isMatch(appointment),
      },
    ];
  });
  const taken = cards.filter(({ appointment }) => takesTime(appointment));
  const utilisation = utilisationOf({ works, away: [...timeOff, ...elsewhere], taken });
  return { date: day.date, provider: facts.provider, works, breaks, timeOff, elsewhere, cards, utilisation };
}

const intervalOf = ({ start, end }: CalendarAppointment) => ({ from: start, to: end });

function labelled(interval: { from: number; to: number }, label: string, day: CalendarDay): LabelledSpan[] {
  const span = minutesOnDay(interval, day);
  return span ? [{ ...span, label }] : [];
}
