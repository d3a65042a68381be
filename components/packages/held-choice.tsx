import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { HeldMark } from '@/components/ui/held-mark';
import type { ReplanInput } from '@/lib/packages/replan/input';
import { useRuns } from '@/messages/number-runs';

type HeldChoiceProps = {
  held: readonly number[];
  which: ReplanInput['which'];
  onWhich: (which: ReplanInput['which']) => void;
};

/** Which visits stay because a person has placed them, and whether they are planned again all the same. */
export function HeldChoice({ held, which, onWhich }: HeldChoiceProps) {
  const t = useTranslations('replan.held');
  const runs = useRuns();
  // Who asks for what has no place, or for certain sessions, moves no other.
  if (held.length === 0 || (which !== 'rest' && which !== 'rest_and_held')) return null;
  const isPlanned = which === 'rest_and_held';
  const said = { count: held.length, numbers: runs(held) };
  return (
    <div className="rounded bg-accent-soft px-4 py-2">
      <p className="flex items-start gap-2 text-work">
        <HeldMark className="mt-0.5" />
        {t(isPlanned ? 'planned' : 'stay', said)}
      </p>
      <Checkbox
        label={t('plan', { count: held.length })}
        checked={isPlanned}
        onChange={({ target }) => onWhich(target.checked ? 'rest_and_held' : 'rest')}
      />
    </div>
  );
}
