import { useFormatter, useTranslations } from 'next-intl';
import type { ReplanProposal } from '@/lib/packages/replan/propose-replan';
import { countKinds } from './replan-kinds';

/** What a plan would do: "0 sessions move, 2 find a place"; how many move is always told. */
export function useOutcomeWords(): (proposal: ReplanProposal | null) => string {
  const t = useTranslations('replan');
  const format = useFormatter();
  return (proposal) => {
    if (!proposal) return t('planning');
    const counts = countKinds(proposal);
    const said = (['moves', 'placed', 'lost', 'unplaced'] as const)
      .filter((kind) => kind === 'moves' || counts[kind] > 0)
      .map((kind) => t(`counts.${kind}`, { count: counts[kind] }));
    return format.list(said, { type: 'unit' });
  };
}
