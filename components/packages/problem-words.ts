import { useTranslations } from 'next-intl';
import type { PackageProblem } from './use-package-change';

type Worded = Exclude<PackageProblem, { kind: 'breaks' | 'invalid_input' }>;

/** Why nothing was changed, as a sentence. */
export function useProblemWords(): (problem: Worded) => string {
  const t = useTranslations('replan.problem');
  const states = useTranslations('states');
  return (problem) => {
    if (problem.kind === 'failed') return t('failed', { reference: problem.reference });
    if (problem.kind !== 'not_possible') return t(problem.kind);
    return problem.status ? t('not_possible', { state: states(problem.status) }) : t('session_gone');
  };
}
