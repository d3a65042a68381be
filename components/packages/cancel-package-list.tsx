import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import type { PackageToChange, SessionToChange } from './package-to-change';
import { useSpanWords } from './place-words';

type SessionListProps = {
  title: ReactNode;
  sessions: readonly SessionToChange[];
  timeZone: string;
  /** What was listed of the sessions that others have changed since, by number. */
  seen: ReadonlyMap<number, SessionToChange>;
};

/** Sessions with their visits; what is not as it was seen is marked, with what was seen. */
export function SessionList({ title, sessions, timeZone, seen }: SessionListProps) {
  const t = useTranslations('replan');
  const id = useId();
  return (
    <div>
      <h3 id={id} className="pb-1 text-sm font-semibold">
        {title}
      </h3>
      <section aria-labelledby={id} className="border-y border-hairline">
        <ol className="divide-y divide-hairline">
          {sessions.map((session) => {
            const before = seen.get(session.number);
            return (
              <li key={session.number} className={before ? 'bg-warn-soft' : undefined}>
                <SessionLine session={session} timeZone={timeZone} />
                {before ? (
                  <div className="pb-1.5 text-sm">
                    <p className="ps-10 font-medium text-warn">{t('cancel.seen')}</p>
                    <SessionLine session={before} timeZone={timeZone} />
                  </div>
                ) : null}
              </li>
            );
          })}
        </ol>
      </section>
    </div>
  );
}

function SessionLine({ session, timeZone }: { session: SessionToChange; timeZone: string }) {
  const t = useTranslations('replan');
  const states = useTranslations('states');
  const span = useSpanWords(timeZone);
  const { number, status, visit } = session;
  const hasVisit = visit !== null && status !== 'PENDING' && status !== 'FAILED';
  const words = hasVisit ? span(visit) : null;
  return (
    <div className="grid grid-cols-[2rem_minmax(0,1fr)_auto] items-baseline gap-2 py-1.5">
      <span className="text-soft">{number}</span>
      <span className="min-w-0">
        {words ? (
          <>
            {words.day} <span className="ltr">{words.clock}</span>{' '}
            <bdi className="text-soft">{visit?.providerName}</bdi>
          </>
        ) : (
          <span className="text-soft">{t('noPlaceYet')}</span>
        )}
      </span>
      <StateMark state={status} label={states(status)} />
    </div>
  );
}

/** The sessions of which the package says something else now, as they were seen. */
export function changedSessions(seen: PackageToChange, now: PackageToChange): Map<number, SessionToChange> {
  const present = new Map(now.sessions.map((session) => [session.number, lineOf(session)]));
  const changed = seen.sessions.filter((session) => present.get(session.number) !== lineOf(session));
  return new Map(changed.map((session) => [session.number, session]));
}

const lineOf = ({ status, visit }: SessionToChange) =>
  JSON.stringify([status, visit?.start, visit?.end, visit?.providerName]);
