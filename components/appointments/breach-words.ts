import { useFormatter, useTranslations } from 'next-intl';
import type { Breach } from '@/lib/planning/breach';
import { takenWords } from '@/messages/taken-words';

/** What a place breaks, in words: "Nora Whitfield sees Layla Haddad from 09:00 to 09:45." */
export function useBreachWords({ timeZone, providerName }: { timeZone: string; providerName: string }) {
  const t = useTranslations('appointment.breach');
  const taken = useTranslations('appointment.breach.taken');
  const format = useFormatter();
  return ({ code, by }: Breach): string =>
    by ? takenWords(by, { t: taken, format, timeZone, providerName }) : t(code, { provider: providerName });
}
