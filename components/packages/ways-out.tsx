'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import type { ReplanProposal } from '@/lib/packages/replan/propose-replan';
import { askReplan } from './ask-package';
import { useDesk } from './package-desk';
import { useRelaxationWords } from './place-words';
import { relaxed } from './relaxed';

const MOST_OFFERED = 4;

type WaysOutProps = {
  /** The first thing to do on its screen; else the page itself has a button for it. */
  isFirst: boolean;
};

/** What would give the sessions of the band a place, tried on the calendars as they are now. */
export function WaysOut({ isFirst }: WaysOutProps) {
  const t = useTranslations('replan');
  const { pack, may, open } = useDesk();
  const proposal = useUnplacedPlan(may.change && !pack.isCancelled && !pack.unfinished);
  const scope = useId();
  const say = useRelaxationWords(proposal === 'asking' ? {} : (proposal?.providers ?? {}));
  if (proposal === 'asking') return <WaysOutComing />;
  if (!proposal) return null;
  const placed = proposal.sessions.filter(({ place }) => place !== null).length;
  const offered = proposal.relaxations.slice(0, MOST_OFFERED);
  // Only a visit whose provider is not for it any more moves along.
  const movable = proposal.sessions.filter(({ was }) => was !== null).length;
  if (placed + offered.length === 0) return null;
  return (
    <div
      className="mt-2 flex flex-wrap items-center gap-2 border-t border-warn-mark/20 pt-3"
      data-print="hide"
    >
      {placed > 0 ? (
        <Button
          variant={isFirst ? 'primary' : 'secondary'}
          onClick={() => open({ kind: 'replan', which: 'unplaced' })}
        >
          {t('freeNow', { count: placed })}
        </Button>
      ) : null}
      {offered.length > 0 ? (
        <span id={scope} className="text-sm font-medium">
          {t('relaxations.titleMoving', { count: movable })}
        </span>
      ) : null}
      {offered.map(({ change, placed: gain }) => (
        <Button
          key={JSON.stringify(change)}
          aria-describedby={scope}
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => open({ kind: 'replan', which: 'unplaced', changes: relaxed({}, proposal, change) })}
        >
          {t('relaxations.gain', { what: say(change), count: gain })}
        </Button>
      ))}
    </div>
  );
}

/** Keeps the room that the answer is going to need. */
const WaysOutComing = () => (
  <div className="mt-2 border-t border-warn-mark/20 pt-3" data-print="hide">
    <Skeleton className="h-control w-72 max-w-full rounded" />
  </div>
);

/** Without an answer the band is as it was: this only adds to it. */
function useUnplacedPlan(isWanted: boolean): ReplanProposal | 'asking' | null {
  const { pack } = useDesk();
  const { id, version } = pack;
  const [proposal, setProposal] = useState<ReplanProposal | 'asking' | null>(isWanted ? 'asking' : null);
  useEffect(() => {
    if (!isWanted) return;
    const leaving = new AbortController();
    askReplan(id, { version, which: 'unplaced', changes: {} }, leaving.signal)
      .then((answer) => setProposal(answer.ok ? answer.value : null))
      .catch(() => setProposal(null));
    return () => leaving.abort();
  }, [isWanted, id, version]);
  return proposal;
}
