import { TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useBreachWords } from './move-words';
import type { Obstacle } from './obstacle';

type ObstaclesProps = { obstacle: Obstacle; timeZone: string };

/** Says what is in the way, and who has the place. */
export function Obstacles({ obstacle, timeZone }: ObstaclesProps) {
  return (
    <div role="alert" className={obstacle.kind === 'none' ? 'hidden' : ''}>
      {obstacle.kind === 'none' ? null : (
        <div className="flex gap-2 rounded bg-warn-soft px-3 py-2 text-work">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          <div className="min-w-0">
            <Said obstacle={obstacle} timeZone={timeZone} />
          </div>
        </div>
      )}
    </div>
  );
}

function Said({ obstacle, timeZone }: ObstaclesProps) {
  const t = useTranslations('calendar.move');
  const states = useTranslations('states');
  const say = useBreachWords();
  const format = useFormatter();
  if (obstacle.kind === 'none') return null;
  if (obstacle.kind === 'final') return <p>{t(`final.${obstacle.why}`)}</p>;
  if (obstacle.kind === 'passing') {
    return (
      <p>{obstacle.reference === null ? t('network') : t('failed', { reference: obstacle.reference })}</p>
    );
  }
  if (obstacle.kind === 'stale') {
    const { now, events } = obstacle.refusal;
    return (
      <>
        <p>{t('stale', { name: events[0]?.by.name ?? '' })}</p>
        <p className="text-soft">
          {t('staleNow', {
            when: format.dateTime(now.start, 'visit', { timeZone }),
            name: now.providerName,
            state: states(now.status),
          })}
        </p>
      </>
    );
  }
  const clock = (instant: number) => format.dateTime(instant, 'time', { timeZone });
  const hard = obstacle.hard.map(({ code, by, words }) => ({
    code,
    words:
      by === null
        ? (words ?? say(code))
        : t('takenBy', {
            what: say(by.kind === 'pause' ? by.kind : code),
            hasName: by.patientName === null ? 'no' : 'yes',
            name: by.patientName ?? '',
            from: clock(by.start),
            to: clock(by.end),
          }),
  }));
  const all = [...hard, ...obstacle.soft.map(({ code }) => ({ code, words: say(code) }))];
  return (
    <ul>
      {all.map(({ code, words }) => (
        <li key={`${code} ${words}`}>{words}</li>
      ))}
    </ul>
  );
}
