import { useFormatter, useTranslations } from 'next-intl';
import type { State } from '@/components/ui/state-glyph';
import { useCommaList } from '@/messages/comma-list';
import { useSpanWords } from './visit-words';

type LaidOver = { number: string | null; start: number; end: number; reason: string | null };

type Change =
  | { kind: 'state'; was: State; is: State }
  | { kind: 'time' | 'length'; was: number; is: number }
  | { kind: 'provider' | 'room'; was: string | null; is: string | null }
  | { kind: 'overlap'; is: string | null }
  | { kind: 'laid_over'; by: LaidOver | null }
  | { kind: 'over_moved'; number: string | null; start: number }
  | { kind: 'over_state'; number: string | null; is: State }
  | { kind: 'notes' | 'other' };

export interface HistoryEvent {
  id: string;
  at: number;
  by: { kind: 'user' | 'system'; name: string };
  isCreation: boolean;
  isUndo: boolean;
  /** Why, in the words of who did it. */
  reason: string | null;
  changes: readonly Change[];
}

/** Who changed what, and when; newest first. */
export function AppointmentHistory({
  events,
  timeZone,
}: {
  events: readonly HistoryEvent[];
  timeZone: string;
}) {
  const t = useTranslations('appointment');
  const sideBySide = useCommaList();
  const format = useFormatter();
  const say = useChangeInWords(timeZone);
  return (
    <ol className="flex flex-col gap-4 border-s border-hairline ps-4">
      {events.map(({ id, at, by, isCreation, isUndo, reason, changes }) => (
        <li key={id} className="relative">
          <span
            aria-hidden
            className="absolute -start-[21px] top-1.5 size-2.5 rounded-full border-2 border-paper bg-edge"
          />
          {isCreation ? <p className="font-medium">{t('created')}</p> : null}
          {isUndo ? <p className="font-medium">{t('undone')}</p> : null}
          {changes.map((change) => (
            <p key={change.kind} className="font-medium">
              {say(change, isUndo)}
            </p>
          ))}
          {reason === null ? null : (
            <p dir="auto" className="wrap-anywhere">
              {t('reasonGiven', { reason })}
            </p>
          )}
          <p className="text-sm text-soft">
            <bdi>{by.kind === 'system' ? t('system', { name: by.name }) : by.name}</bdi>
            {' · '}
            <time dateTime={new Date(at).toISOString()}>
              {sideBySide([
                format.dateTime(at, 'date', { timeZone }),
                format.dateTime(at, 'time', { timeZone }),
              ])}
            </time>
          </p>
        </li>
      ))}
    </ol>
  );
}

function useChangeInWords(timeZone: string): (change: Change, isUndo: boolean) => string {
  const t = useTranslations('appointment');
  const common = useTranslations('common');
  const state = useTranslations('states');
  const format = useFormatter();
  const span = useSpanWords(timeZone);
  const named = (number: string | null) => ({ named: number === null ? 'no' : 'yes', number: number ?? '' });
  const laidOver = (by: LaidOver) =>
    t('laidOver', {
      ...named(by.number),
      when: span(by),
      reason: by.reason ?? '',
    });
  const visit = (instant: number) => format.dateTime(instant, 'visit', { timeZone });
  return (change, isUndo) => {
    switch (change.kind) {
      case 'state':
        return t('stateChanged', { was: state(change.was), is: state(change.is) });
      case 'time':
        return t(isUndo ? 'timeBack' : 'timeChanged', { was: visit(change.was), is: visit(change.is) });
      case 'provider':
        return t('providerChanged', { was: change.was ?? t('gone'), is: change.is ?? t('gone') });
      case 'room':
        return t('roomChanged', { was: change.was ?? t('noPlace'), is: change.is ?? t('noPlace') });
      case 'overlap':
        return change.is === null ? t('overlapEnded') : t('overlapBegun', { reason: change.is });
      case 'laid_over':
        return change.by === null ? t('laidOverEnded') : laidOver(change.by);
      case 'over_moved':
        return t('overMoved', { ...named(change.number), when: visit(change.start) });
      case 'over_state':
        return t('overState', { ...named(change.number), is: state(change.is) });
      case 'length':
        return t('lengthChanged', {
          was: common('minutes', { count: change.was }),
          is: common('minutes', { count: change.is }),
        });
      case 'notes':
        return t('notesChanged');
      case 'other':
        return t('otherChanged');
    }
  };
}
