import { useTranslations } from 'next-intl';
import type { ReplanChanges } from '@/lib/packages/replan/input';
import type { ReplanProposal } from '@/lib/packages/replan/propose-replan';
import { countKinds } from './replan-kinds';

/** What the button to save says, and why it cannot be pressed. */
export function useSaveLabel(proposal: ReplanProposal | null, changes: ReplanChanges) {
  const t = useTranslations('replan.save');
  if (!proposal) return { text: t('nothing'), disabledReason: t('nothingWhy') };
  const { moves, placed, lost, unplaced } = countKinds(proposal);
  const count = moves + placed;
  if (count > 0) return { text: t('sessions', { count, lost }), disabledReason: null };
  if (lost > 0) return { text: t('lost', { lost }), disabledReason: null };
  if (Object.keys(changes).length > 0) return { text: t('changes'), disabledReason: null };
  if (unplaced > 0) return { text: t('keep'), disabledReason: null };
  return { text: t('nothing'), disabledReason: t('nothingWhy') };
}
