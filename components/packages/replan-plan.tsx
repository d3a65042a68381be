import { ArrowRight, CircleAlert, Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { StateGlyph } from '@/components/ui/state-glyph';
import type { ReplanChanges, ReplanInput } from '@/lib/packages/replan/input';
import type { ReplannedSession, ReplanProposal } from '@/lib/packages/replan/propose-replan';
import { useRuns } from '@/messages/number-runs';
import { reasonSentence } from '@/messages/reason-words';
import { changedPlan } from './changed-plan';
import { HeldChoice } from './held-choice';
import type { PackageToChange } from './package-to-change';
import { useRelaxationWords, useSpanWords } from './place-words';
import { relaxed } from './relaxed';
import { countKinds, kindOf } from './replan-kinds';
import { stillUnplaced } from './still-unplaced';

/** More would be a list to study. */
const MOST_OFFERED = 5;

type ReplanPlanProps = {
  proposal: ReplanProposal;
  pack: PackageToChange;
  changes: ReplanChanges;
  /** The plan that was seen before and could not be saved: what is not as in it is marked. */
  outdated: ReplanProposal | null;
  isUpdating: boolean;
  which: ReplanInput['which'];
  onWhich: (which: ReplanInput['which']) => void;
  onRelax: (changes: ReplanChanges) => void;
  onPlace: (number: number) => void;
};

/** The whole plan: what moves from where to where, what stays, what has no place and what would help. */
export function ReplanPlan(props: ReplanPlanProps) {
  const { proposal, pack, changes, outdated, isUpdating, which, onWhich } = props;
  const t = useTranslations('replan');
  const runs = useRuns();
  const format = useFormatter();
  const counts = countKinds(proposal);
  const said = (['moves', 'placed', 'stays', 'lost', 'unplaced'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`counts.${kind}`, { count: counts[kind] }));
  const unplanned = stillUnplaced(pack.sessions, {
    changed: changes.providers ?? [],
    planned: proposal.sessions,
  });
  const { seen, gone } = changedPlan(outdated, proposal);
  const isQuiet = (session: ReplannedSession) => kindOf(session) === 'stays' && !seen.has(session.number);
  const shown = proposal.sessions.filter((session) => !isQuiet(session) && kindOf(session) !== 'unplaced');
  const stays = proposal.sessions.filter(isQuiet);
  return (
    <section
      aria-label={t('plan')}
      aria-busy={isUpdating}
      className={`flex flex-col gap-4 transition-opacity ${isUpdating ? 'opacity-60' : ''}`}
    >
      <output className="block font-semibold">
        {said.length > 0 ? <span className="block">{format.list(said, { type: 'unit' })}</span> : null}
        {unplanned.length > 0 ? (
          <span className="block">
            {t('stillUnplaced', { count: unplanned.length, numbers: runs(unplanned) })}
          </span>
        ) : null}
        {said.length === 0 && unplanned.length === 0 ? t('nothingToPlan') : null}
      </output>
      <HeldChoice held={proposal.held} which={which} onWhich={onWhich} />
      {shown.length > 0 ? (
        <ol className="divide-y divide-hairline border-y border-hairline">
          {shown.map((session) => (
            <ReplanRow
              key={session.number}
              session={session}
              seen={seen.get(session.number)}
              proposal={proposal}
            />
          ))}
        </ol>
      ) : null}
      {gone.length > 0 ? (
        <p className="rounded bg-warn-soft px-4 py-2 text-work">
          {t('gone', { count: gone.length, numbers: runs(gone) })}
        </p>
      ) : null}
      {stays.length > 0 ? (
        <p className="text-work text-soft">
          {t('stay', { count: stays.length, numbers: runs(stays.map(({ number }) => number)) })}
        </p>
      ) : null}
      <Unplaced {...props} />
    </section>
  );
}

type ReplanRowProps = {
  session: ReplannedSession;
  /** What the plan before this one said of it, where that was something else. */
  seen: ReplannedSession | undefined;
  proposal: ReplanProposal;
};

function ReplanRow({ session, seen, proposal }: ReplanRowProps) {
  const t = useTranslations('replan');
  return (
    <li className={seen ? 'bg-warn-soft' : undefined}>
      <ReplanLine session={session} proposal={proposal} />
      {seen ? (
        <div className="pb-1 text-sm">
          <p className="ps-10 font-medium text-warn">{t('cancel.seen')}</p>
          <ReplanLine session={seen} proposal={proposal} />
        </div>
      ) : null}
    </li>
  );
}

function ReplanLine({ session, proposal }: Pick<ReplanRowProps, 'session' | 'proposal'>) {
  const t = useTranslations('replan');
  const span = useSpanWords(proposal.timeZone);
  const { number, was, place } = session;
  return (
    <div className="grid grid-cols-[2rem_minmax(0,1fr)] items-baseline gap-x-2 py-2 sm:grid-cols-[2rem_minmax(0,1fr)_1.5rem_minmax(0,1fr)]">
      <span className="text-soft">
        <span className="sr-only">{t('session')} </span>
        {number}
      </span>
      <span className="text-soft max-sm:text-sm">
        <span className="sr-only">{t('was')} </span>
        {was ? <Place words={span(was)} provider={proposal.providers[was.providerId]} /> : t('noPlaceYet')}
      </span>
      <ArrowRight aria-hidden className="size-4 self-center text-faint max-sm:hidden rtl:-scale-x-100" />
      <span className="font-medium max-sm:col-start-2">
        <span className="sr-only">{t('becomes')} </span>
        {place ? (
          <Place words={span(place)} provider={proposal.providers[place.providerId]} />
        ) : (
          <span className="inline-flex items-center gap-1.5 text-danger">
            <CircleAlert aria-hidden className="size-4" />
            {t('losesPlace')}
          </span>
        )}
      </span>
    </div>
  );
}

function Place({ words, provider }: { words: { day: string; clock: string }; provider: string | undefined }) {
  return (
    <>
      {words.day} <span className="ltr">{words.clock}</span> <bdi className="font-normal">{provider}</bdi>
    </>
  );
}

function Unplaced({ proposal, pack, changes, onRelax, onPlace }: ReplanPlanProps) {
  const t = useTranslations('replan');
  const runs = useRuns();
  const reasons = useTranslations('reasons');
  const format = useFormatter();
  const say = useRelaxationWords(proposal.providers);
  const groups = groupsOf(proposal.sessions.filter(({ place }) => place === null));
  const offered = proposal.relaxations.slice(0, MOST_OFFERED);
  const scope = useId();
  const movable = proposal.sessions.filter(({ was }) => was !== null).length;
  const [first] = groups.flatMap(({ sessions }) => sessions.filter(({ was }) => was === null));
  if (groups.length === 0) return null;
  return (
    <div className="flex flex-col gap-3 rounded bg-warn-soft p-4">
      <ul className="flex flex-col gap-2">
        {groups.map(({ key, sessions }) => {
          const numbers = sessions.map(({ number }) => number);
          const named = (sessions[0]?.reasons ?? []).map(({ code, days, provider }) => ({
            code,
            days,
            provider: provider === undefined ? null : (proposal.providers[provider] ?? null),
          }));
          const speech = { t: reasons, format, preferredDays: proposal.wishes.preferredDays };
          return (
            <li key={key} className="flex gap-2">
              <span className="pt-0.5">
                <StateGlyph state="FAILED" />
              </span>
              <span className="min-w-0">
                <span className="font-medium">
                  {t('sessions', { count: numbers.length, numbers: runs(numbers) })}
                </span>
                <span className="block max-w-prose">
                  {named.length > 0 ? reasonSentence(named, speech) : reasons('none')}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        {offered.length > 0 ? (
          <span id={scope} className="text-sm font-medium">
            {t('relaxations.titleMoving', { count: movable })}
          </span>
        ) : (
          <span className="text-sm">{t('relaxations.none')}</span>
        )}
        {offered.map(({ change, placed }) => (
          <Button
            key={JSON.stringify(change)}
            aria-describedby={scope}
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => onRelax(relaxed(changes, proposal, change))}
          >
            {t('relaxations.gain', { what: say(change), count: placed })}
          </Button>
        ))}
        {first && pack.sessions.some(({ number }) => number === first.number) ? (
          <Button variant="quiet" onClick={() => onPlace(first.number)}>
            {t('placeByHand', { number: first.number })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Sessions without a place for the same reasons are told together. */
function groupsOf(sessions: readonly ReplannedSession[]) {
  const groups = new Map<string, ReplannedSession[]>();
  for (const session of sessions) {
    const key = JSON.stringify(session.reasons);
    const group = groups.get(key);
    if (group) group.push(session);
    else groups.set(key, [session]);
  }
  return [...groups].map(([key, group]) => ({ key, sessions: group }));
}
