import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PackageView } from '@/lib/packages/show-package';
import { placeOfSession } from './session-anchor';
import { SessionBar } from './session-bar';
import { StateCounts } from './state-counts';
import { useVisitWords } from './visit-words';

type PackageProgressProps = { shown: PackageView; now: number };

/** How far the package is: a piece per session, the counts, and the three things that everyone asks. */
export function PackageProgress({ shown, now }: PackageProgressProps) {
  const t = useTranslations('packages');
  const format = useFormatter();
  const segments = useSegments(shown, now);
  const { counts, owed, percent } = shown.progress;
  const done = { completed: counts.COMPLETED, owed };
  return (
    <section aria-label={t('progress.label')} className="flex flex-col gap-4">
      <SessionBar label={t('progress.ofOwed', done)} segments={segments} />
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-2">
        {owed === 0 ? null : (
          <p className="text-lg font-semibold">{format.number(percent / 100, 'percent')}</p>
        )}
        <StateCounts counts={counts} />
      </div>
      <dl className="grid gap-x-8 border-y border-hairline sm:grid-cols-3 sm:gap-y-0">
        <NextSession shown={shown} now={now} />
        <Fact label={t('done')}>
          <span className="font-medium">{t('doneOf', done)}</span>
        </Fact>
        <Ending shown={shown} />
      </dl>
    </section>
  );
}

function NextSession({ shown, now }: PackageProgressProps) {
  const t = useTranslations('packages');
  const visit = useVisitWords(now);
  const { next, clinic, progress } = shown;
  if (!next) {
    const isOver = progress.counts.PENDING + progress.counts.FAILED === 0;
    return (
      <Fact label={t('next')}>
        <span className="text-soft">{t(isOver ? 'noneLeft' : 'notPlanned')}</span>
      </Fact>
    );
  }
  return (
    <Fact label={t('next')}>
      <span className="font-medium">{visit(next.appointment.start, clinic.timeZone)}</span>
      <span className="text-sm text-soft">
        {t('nextWith', { number: next.number, provider: next.appointment.providerName })}
      </span>
    </Fact>
  );
}

function Ending({ shown }: { shown: PackageView }) {
  const t = useTranslations('packages');
  const format = useFormatter();
  const { date, isPlanned } = shown.ends;
  return (
    <Fact label={t('ends')}>
      <span className="font-medium">
        {format.dateTime(new Date(`${date}T00:00Z`), 'date', { timeZone: 'UTC' })}
      </span>
      <span className="text-sm text-soft">{t(isPlanned ? 'endsLast' : 'endsWindow')}</span>
    </Fact>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col py-3 max-sm:border-t max-sm:border-hairline max-sm:first:border-t-0">
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="flex min-w-0 flex-wrap items-baseline gap-x-3">{children}</dd>
    </div>
  );
}

function useSegments({ sessions, unplaced, clinic }: PackageView, now: number) {
  const t = useTranslations('packages.sessions');
  const states = useTranslations('states');
  const visit = useVisitWords(now);
  // Sessions that are told together in the band stand where the first of them stands.
  const leaders = new Map(
    unplaced.flatMap(({ numbers }) => numbers.map((number) => [number, numbers[0] ?? number])),
  );
  return sessions.map(({ number, status, appointment }) => {
    const said = { number, state: states(status) };
    return {
      key: String(number),
      state: status,
      label: appointment
        ? t('segmentAt', { ...said, when: visit(appointment.start, clinic.timeZone) })
        : t('segment', said),
      place: placeOfSession(leaders.get(number) ?? number),
    };
  });
}
