'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import { daysBetween } from '@/lib/time/local-date';

/** A free time that a session may take, and what becomes of the others. */
export interface SessionMove {
  date: string;
  time: string;
  start: number;
  providerId: string;
  placed: number;
  cost: number;
}

type SessionMovesProps = {
  moves: readonly SessionMove[];
  date: string;
  time: string;
  onChoose: (move: SessionMove) => void;
};

const MOST_DAYS = 5;

/** The free times of the chosen day; where it has none, the nearest days that have some. */
export function SessionMoves({ moves, date, time, onChoose }: SessionMovesProps) {
  const t = useTranslations('booking.place');
  const format = useFormatter();
  const most = Math.max(0, ...moves.map((move) => move.placed));
  const ofDay = moves.filter((move) => move.date === date);
  const days = ofDay.length > 0 ? [date] : nearestDays(moves, date);
  if (moves.length === 0) return <p className="text-work text-soft">{t('none')}</p>;
  return (
    <section aria-label={t('free')} className="flex flex-col gap-3">
      {ofDay.length === 0 ? <p className="text-work text-soft">{t('noneThatDay')}</p> : null}
      {days.map((day) => (
        <div key={day} className="flex flex-col gap-2">
          <h3 className="text-sm font-medium">
            {format.dateTime(new Date(`${day}T00:00Z`), 'day', { timeZone: 'UTC' })}
          </h3>
          <ul className="flex flex-wrap gap-2">
            {moves
              .filter((move) => move.date === day)
              .map((move) => (
                <li key={move.start}>
                  <button
                    type="button"
                    aria-pressed={move.date === date && move.time === time}
                    onClick={() => onChoose(move)}
                    className={buttonClass({
                      variant: 'secondary',
                      className: 'aria-pressed:border-accent aria-pressed:bg-accent-soft',
                    })}
                  >
                    <span className="ltr">{move.time}</span>
                    {move.placed < most ? (
                      <span className="text-xs text-warn">{t('costs', { count: most - move.placed })}</span>
                    ) : null}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** The days with a free time that are nearest to the wanted one, in order of the calendar. */
function nearestDays(moves: readonly SessionMove[], date: string): string[] {
  const days = [...new Set(moves.map((move) => move.date))];
  if (date === '') return days.slice(0, MOST_DAYS);
  return days
    .toSorted((one, other) => Math.abs(daysBetween(date, one)) - Math.abs(daysBetween(date, other)))
    .slice(0, MOST_DAYS)
    .sort();
}
