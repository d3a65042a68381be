import { CalendarDate, endOfMonth } from '@internationalized/date';
import { type FocusEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';

/**
 * A date field that is left with a day its month does not have, such as 31 February, takes the last one that it
 * has. What was typed is kept, so that it can be told, as long as the day that came of it stands. Until it is
 * left the day is no day yet, which nobody should judge.
 */
export function useCorrectedDay(value: string, field: RefObject<HTMLDivElement | null>) {
  const [left, setLeft] = useState<{ typed: string; corrected: string } | null>(null);
  const [isNoDay, setIsNoDay] = useState(false);

  const look = useCallback(() => {
    const { current } = field;
    // oxlint-disable-next-line react/set-state-in-effect -- only what is drawn says what was typed
    setIsNoDay(current?.contains(document.activeElement) === true && correctionOf(current) !== null);
  }, [field]);
  // Before anybody sees what came of a key, and after one that the form does not hear of.
  useLayoutEffect(look);
  useEffect(() => {
    const { current } = field;
    current?.addEventListener('keyup', look);
    return () => current?.removeEventListener('keyup', look);
  }, [field, look]);

  /** Heard together with the field itself, so that what was typed still stands there. */
  function onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
    // Who comes by again and changes nothing has corrected nothing.
    const correction = currentTarget.contains(relatedTarget) ? null : correctionOf(currentTarget);
    if (correction) setLeft(correction);
    if (!currentTarget.contains(relatedTarget)) setIsNoDay(false);
  }
  return { isNoDay, onBlur, typed: left?.corrected === value ? left.typed : null };
}

/** What becomes of the typed parts of a date, or null where they are a day as they stand, or none yet. */
function correctionOf(field: HTMLElement): { typed: string; corrected: string } | null {
  const part = (type: string) => Number(field.querySelector(`[data-type="${type}"]`)?.textContent);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  if (!(year && month && day)) return null;
  const last = endOfMonth(new CalendarDate(year, month, 1));
  return day > last.day ? { typed: field.textContent, corrected: last.toString() } : null;
}
