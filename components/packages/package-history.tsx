import { useFormatter, useTranslations } from 'next-intl';
import type { HistoryEntry } from '@/lib/packages/history';
import { useHistoryWords, useVisitsInWords } from './history-words';

const SHOWN_AT_ONCE = 20;
const SAID_AT_ONCE = 6;

const MOMENT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

type PackageHistoryProps = { entries: readonly HistoryEntry[]; timeZone: string };

/** Who changed what, and when; newest first. */
export function PackageHistory({ entries, timeZone }: PackageHistoryProps) {
  const t = useTranslations('packages.history');
  const older = entries.slice(SHOWN_AT_ONCE);
  return (
    <>
      <Entries entries={entries.slice(0, SHOWN_AT_ONCE)} timeZone={timeZone} />
      {older.length > 0 ? (
        <details className="group/older">
          <summary className="target mt-4 w-fit rounded-sm text-sm font-medium text-accent underline-offset-4 group-open/older:hidden hover:underline">
            {t('showAll', { count: older.length })}
          </summary>
          <div className="pt-4">
            <Entries entries={older} timeZone={timeZone} />
          </div>
        </details>
      ) : null}
    </>
  );
}

function Entries({ entries, timeZone }: PackageHistoryProps) {
  const t = useTranslations('packages.history');
  const format = useFormatter();
  const say = useHistoryWords(timeZone);
  const visitsOf = useVisitsInWords(timeZone);
  return (
    <ol className="flex flex-col gap-4 border-s border-hairline ps-4">
      {entries.map(({ id, at, actor, what, reason, isUndo }) => (
        <li key={id} className="relative">
          <span
            aria-hidden
            className="absolute -start-[21px] top-1.5 size-2.5 rounded-full border-2 border-paper bg-edge"
          />
          <p className="wrap-anywhere first-letter:uppercase">
            {isUndo ? `${t('undone')}: ` : null}
            {say({ what, isUndo })}
          </p>
          <VisitsThen visits={visitsOf(what)} />
          {reason === null ? null : (
            <p dir="auto" className="text-sm wrap-anywhere">
              {t('cancelReason', { reason })}
            </p>
          )}
          <p className="text-sm text-soft">
            {actor.kind === 'system' ? t('automatic', { name: actor.name }) : <bdi>{actor.name}</bdi>}
            {' · '}
            <time dateTime={new Date(at).toISOString()}>
              <bdi>{format.dateTime(at, { ...MOMENT, timeZone })}</bdi>
            </time>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Which visits a line is about: some stand there, many are opened. */
function VisitsThen({ visits }: { visits: readonly string[] }) {
  const t = useTranslations('packages.history');
  if (visits.length === 0) return null;
  const list = (
    <ul className="flex flex-wrap gap-x-4 text-sm">
      {visits.map((visit) => (
        <li key={visit}>
          <bdi>{visit}</bdi>
        </li>
      ))}
    </ul>
  );
  if (visits.length <= SAID_AT_ONCE) return list;
  return (
    <details>
      <summary className="target w-fit rounded-sm text-sm font-medium text-accent underline-offset-4 hover:underline">
        {t('whichVisits', { count: visits.length })}
      </summary>
      {list}
    </details>
  );
}
