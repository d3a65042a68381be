import type { useFormatter, useTranslations } from 'next-intl';

interface VisitThere {
  kind: 'provider' | 'pause' | 'patient' | 'room';
  /** Null where the reader may not know. */
  patientName: string | null;
  start: number;
  end: number;
}

type Speech = {
  /** Of the namespace `appointment.breach.taken`. */
  t: ReturnType<typeof useTranslations<'appointment.breach.taken'>>;
  format: ReturnType<typeof useFormatter>;
  timeZone: string;
  providerName: string;
};

/** Who has a place: "Nora Whitfield sees Layla Haddad from 09:00 to 09:45." */
export function takenWords(
  { kind, patientName, start, end }: VisitThere,
  { t, format, timeZone, providerName }: Speech,
): string {
  const time = (instant: number) => format.dateTime(instant, 'time', { timeZone });
  return t(kind, {
    provider: providerName,
    named: patientName === null ? 'no' : 'yes',
    patient: patientName ?? '',
    from: time(start),
    to: time(end),
  });
}
