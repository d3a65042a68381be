import { useFormatter, useTranslations } from 'next-intl';
import { StateGlyph } from '@/components/ui/state-glyph';
import type { PackageView } from '@/lib/packages/show-package';
import { useRuns } from '@/messages/number-runs';
import { reasonSentence } from '@/messages/reason-words';
import { BandActions } from './band-actions';
import { placeOfSession } from './session-anchor';
import { WaysOut } from './ways-out';

type Group = PackageView['unplaced'][number];

/** More than this at once is a wall; the rest is one press away. */
const SHOWN_AT_ONCE = 6;

type AttentionBandProps = {
  shown: PackageView;
  /** Without the actions of the whole package beside it. */
  isAlone?: boolean;
};

/** The sessions without a place, why, and how often it was tried. */
export function AttentionBand({ shown, isAlone = false }: AttentionBandProps) {
  const t = useTranslations('packages.attention');
  const { unplaced } = shown;
  if (unplaced.length === 0) return null;
  const count = unplaced.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const rest = unplaced.slice(SHOWN_AT_ONCE);
  return (
    <section aria-labelledby="attention" className="rounded bg-warn-soft p-4">
      <h2 id="attention" className="flex items-center gap-2 text-base font-semibold text-warn">
        <StateGlyph state="FAILED" />
        {t('title', { count })}
      </h2>
      <Unfinished shown={shown} />
      <Groups groups={unplaced.slice(0, SHOWN_AT_ONCE)} shown={shown} />
      {rest.length > 0 ? (
        <details className="group/rest">
          <summary className="target mt-2 w-fit rounded-sm text-sm font-medium text-accent underline-offset-4 group-open/rest:hidden hover:underline">
            {t('showAll', { count: rest.length })}
          </summary>
          <Groups groups={rest} shown={shown} />
        </details>
      ) : null}
      <WaysOut isFirst={isAlone} />
    </section>
  );
}

/** What keeps a draft from being scheduled here: its form shows it, and judges what is kept. */
function Unfinished({ shown: { unfinished } }: { shown: PackageView }) {
  const t = useTranslations('packages.attention');
  const runs = useRuns();
  if (!unfinished) return null;
  const { kept, unassigned } = unfinished;
  return (
    <p className="max-w-prose pt-2">
      {kept > 0 ? `${t('kept', { count: kept })} ` : null}
      {unassigned.length > 0
        ? t('unassigned', { count: unassigned.length, numbers: runs(unassigned) })
        : null}
    </p>
  );
}

function Groups({ groups, shown }: { groups: readonly Group[]; shown: PackageView }) {
  return (
    <ul className="divide-y divide-warn-mark/20">
      {groups.map((group) => (
        <UnplacedSessions key={group.numbers[0]} group={group} shown={shown} />
      ))}
    </ul>
  );
}

function UnplacedSessions({ group, shown }: { group: Group; shown: PackageView }) {
  const t = useTranslations('packages.attention');
  const runs = useRuns();
  const format = useFormatter();
  const say = useReasons(shown);
  const { numbers, attempts, providers, status } = group;
  const [first = 0] = numbers;
  return (
    <li
      id={placeOfSession(first)}
      tabIndex={-1}
      className="flex scroll-mt-20 flex-col gap-x-6 py-2.5 outline-none focus:bg-warn-mark/10 sm:flex-row"
    >
      <div className="shrink-0 sm:w-44">
        <p className="font-medium">
          {numbers.length === 1 ? t('session', { number: first }) : t('sessions', { numbers: runs(numbers) })}
        </p>
        <p className="text-sm text-soft">{status === 'FAILED' ? t('attempts', { count: attempts }) : null}</p>
      </div>
      <div className="min-w-0">
        <p className="max-w-prose">{say(group)}</p>
        {providers.length > 0 ? (
          <p className="text-sm text-soft">
            {t('providers', { providers: format.list(providers, { type: 'disjunction' }) })}
          </p>
        ) : null}
        <BandActions numbers={numbers} isTried={status === 'FAILED'} />
      </div>
    </li>
  );
}

function useReasons({
  status,
  autoSchedule,
  preferredDays,
  providerNames,
}: PackageView): (group: Group) => string {
  const t = useTranslations('packages.attention');
  const reasons = useTranslations('reasons');
  const format = useFormatter();
  return (group) => {
    if (group.reasons.length > 0) {
      const named = group.reasons.map(({ code, days, providerId }) => ({
        code,
        days,
        provider: providerId === null ? null : (providerNames[providerId] ?? null),
      }));
      return reasonSentence(named, { t: reasons, format, preferredDays });
    }
    if (group.status === 'FAILED') return reasons('none');
    if (group.isReleased) return t('released');
    if (status === 'DRAFT') return t('draft');
    return t(autoSchedule ? 'untried' : 'waiting');
  };
}
