import type { ReplanChanges } from '@/lib/packages/replan/input';
import type { ReplanProposal } from '@/lib/packages/replan/propose-replan';
import type { RelaxationChange } from '@/lib/scheduling/plan';
import { addDays } from '@/lib/time/local-date';

/** The changes with an offered way out made true; the plan then follows by itself. */
export function relaxed(
  changes: ReplanChanges,
  { wishes, sessions }: Pick<ReplanProposal, 'wishes' | 'sessions'>,
  change: RelaxationChange,
): ReplanChanges {
  if ('addDay' in change) {
    return { ...changes, preferredDays: [...wishes.preferredDays, change.addDay].sort((a, b) => a - b) };
  }
  if ('extendDays' in change) return { ...changes, endDate: addDays(wishes.endDate, change.extendDays) };
  if ('addProvider' in change) {
    const helped = sessions.filter(({ place }) => place === null);
    const others = (changes.providers ?? []).filter(({ number }) =>
      helped.every((session) => session.number !== number),
    );
    const added = helped.map(({ number, providerIds }) => ({
      // A note that was entered goes with it.
      ...changes.providers?.find((session) => session.number === number),
      number,
      providerIds: [...providerIds, change.addProvider],
    }));
    return { ...changes, providers: [...others, ...added] };
  }
  return { ...changes, ...change };
}
