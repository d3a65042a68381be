import { useFormatter, useTranslations } from 'next-intl';
import type { Breach } from '@/lib/planning/breach';

/** What a place breaks, in words: "Nora Whitfield sees Layla Haddad from 09:00 to 09:45." */
export function useBreachWords({ timeZone, providerName }: { timeZone: string; providerName: string }) {
  const t = useTranslations('appointment.breach');
  const format = useFormatter();
  const time = (instant: number) => format.dateTime(instant, 'time', { timeZone });
  return ({ code, by }: Breach): string => {
    if (!by) return t(code, { provider: providerName });
    return t(`taken.${by.kind}`, {
      provider: providerName,
      named: by.patientName === null ? 'no' : 'yes',
      patient: by.patientName ?? '',
      from: time(by.start),
      to: time(by.end),
    });
  };
}
