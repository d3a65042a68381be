import { useTranslations } from 'next-intl';
import { StateGlyph } from '@/components/ui/state-glyph';
import type { SessionCounts } from '@/lib/rules/package-progress';

const SHOWN = ['COMPLETED', 'SCHEDULED', 'PENDING', 'FAILED', 'NO_SHOW', 'CANCELLED'] as const;
type Shown = (typeof SHOWN)[number];

type StateCountsProps = {
  counts: SessionCounts;
  /** Shapes and numbers only, where there is no room for words; they are still there for those who listen. */
  isBrief?: boolean;
  /** Which states, when not all that occur. */
  only?: readonly Shown[];
};

/** How many sessions stand where; what does not occur is not told. */
export function StateCounts({ counts, isBrief = false, only = SHOWN }: StateCountsProps) {
  const t = useTranslations('packages.progress.counted');
  return (
    <ul className={`flex flex-wrap ${isBrief ? 'gap-x-2.5' : 'gap-x-5 gap-y-1'}`}>
      {only
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <li
            key={state}
            title={isBrief ? t(state, { count: counts[state] }) : undefined}
            className={`flex items-center ${isBrief ? 'gap-1 text-xs' : 'gap-1.5 text-sm'}`}
          >
            <StateGlyph state={state} className={isBrief ? 'size-3.5' : 'size-4'} />
            <span className={isBrief ? 'sr-only' : ''}>{t(state, { count: counts[state] })}</span>
            {isBrief ? <span aria-hidden>{counts[state]}</span> : null}
          </li>
        ))}
    </ul>
  );
}
