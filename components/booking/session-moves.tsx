'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import type { SessionMoves as Moves } from '@/lib/packages/session-moves';

type Move = Moves['moves'][number];

type SessionMovesProps = {
  moves: readonly Move[];
  placedAtNoCost: number;
  /** The time that is chosen now. */
  time: string;
  label: string;
  onChoose: (move: Move) => void;
  nameOfDay?: (move: Move) => string;
};

/** Free times to take with one press; each says so where it costs another session its place. */
export function SessionMoves({ moves, placedAtNoCost, time, label, onChoose, nameOfDay }: SessionMovesProps) {
  const t = useTranslations('booking.place');
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {moves.map((move) => (
        <li key={`${move.start} ${move.providerId}`}>
          <button
            type="button"
            aria-pressed={nameOfDay ? undefined : move.time === time}
            onClick={() => onChoose(move)}
            className={buttonClass({
              variant: 'secondary',
              className: 'aria-pressed:border-accent aria-pressed:bg-accent-soft',
            })}
          >
            {nameOfDay ? <span>{nameOfDay(move)}</span> : null}
            <span className="ltr">{move.time}</span>
            {move.placed < placedAtNoCost ? (
              <span className="text-xs text-warn">{t('costs', { count: placedAtNoCost - move.placed })}</span>
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
