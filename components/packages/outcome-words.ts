import { useTranslations } from 'next-intl';
import type { ReplanProposal } from '@/lib/packages/replan/propose-replan';
import { useCommaList } from '@/messages/comma-list';
import { countKinds } from './replan-kinds';

/** What a plan would do: "0 sessions move, 2 find a place"; how many move is always told. */
export function useOutcomeWords(): (proposal: ReplanProposal) => string {
  const t = useTranslations('replan');
  const sideBySide = useCommaList();
  return (proposal) => {
    const counts = countKinds(proposal);
    const said = (['moves', 'placed', 'lost', 'unplaced'] as const)
      .filter((kind) => kind === 'moves' || counts[kind] > 0)
      .map((kind) => t(`counts.${kind}`, { count: counts[kind] }));
    return sideBySide(said);
  };
}
