import { useTranslations } from 'next-intl';
import type { Reason, ReasonCode } from '@/lib/scheduling/plan';

/** Why a session has no place, in words. */
export function useReasonWords(): (reason: Reason, providers: Readonly<Record<string, string>>) => string {
  const t = useTranslations('booking');
  return ({ code, days, provider }, providers) =>
    `${t('plan')} ${code} ${days} ${provider ? providers[provider] : ''}`;
}

/** Why a time is not free, in words. */
export function useRefusalWords(): (code: ReasonCode) => string {
  const t = useTranslations('booking');
  return (code) => t(`refusals.${code}`);
}
