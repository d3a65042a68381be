import type { FeasibleDay } from '@/lib/calendar/feasibility';
import { minuteOfDay, timeOfMinute } from '@/lib/time/local-time';
import type { BoardDesk, Carried, Carry, Droppable } from './desk';
import { drawMover, drawPaint, markGhost } from './draw';
import { isSamePlace, onBoard, type Place } from './scale';
import { isOnlyTaken, type Verdict, verdictAt } from './verdict';

/** A visit in hand on a board where time runs down. */
export interface BoardCarry extends Carry, Droppable {
  place: () => Place;
  moveTo: (place: Place) => void;
  /** Says where it is now and whether it could stay, for those who listen. */
  say: () => void;
}

const ASK_AFTER_MS = 200;

/** Takes a visit in hand: its card stays behind as a ghost, and every place shows whether it is free. */
export function pickUp(desk: BoardDesk, carried: Carried): BoardCarry {
  let origin: Place | null = originOf(desk, carried);
  let place: Place = origin ?? onBoard(desk.scale(), { column: 0, minute: 0, durationMinutes: 30 });
  /** Where a carried visit belongs when the board turns to days where its provider stands elsewhere. */
  let providerId = carried.providerId;
  let days: readonly FeasibleDay[] | null = null;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSaidWhenKnown = false;
  /** The judgement that was said last, so that another one is said by itself. */
  let said: string | null = null;
  let turned: 'no' | 'yes' = 'no';
  const paint = drawPaint(desk);
  const mover = drawMover(desk, carried);

  const column = () => desk.columns()[place.column];
  const verdict = (): Verdict => {
    const at = column();
    if (!at) return { kind: 'unknown' };
    return verdictAt(days, { providerId: at.column.provider.id, date: at.column.date, minute: place.minute });
  };
  const reason = () => desk.words.reason(verdict(), { column: column(), place, carried });
  const judgement = () => `${verdict().kind} ${reason()}`;

  function refusal(): string | null {
    const judged = verdict();
    if (judged.kind !== 'blocked' || (desk.mayOverlap && isOnlyTaken(judged.hard))) return null;
    return desk.words.blocked(carried.card.appointment.patientName, reason());
  }
  function show() {
    const words = { time: desk.words.time(place), reason: reason() };
    mover.show({ place, scale: desk.scale(), verdict: verdict(), words });
  }
  function say() {
    isSaidWhenKnown = days === null;
    said = judgement();
    desk.speak(desk.words.spoken({ place, column: column(), verdict: verdict(), reason: reason(), turned }));
    if (days !== null) turned = 'no';
  }
  /** Only the answer to the latest question counts. */
  async function ask() {
    const question = ++asked;
    try {
      const found = await desk.ask(carried, place.durationMinutes);
      if (question !== asked) return;
      days = found;
    } catch {
      // Unknown places stay unknown: the server judges the drop anyway.
      return;
    }
    paint.show(days, desk.columns(), desk.scale());
    show();
    if (isSaidWhenKnown || (said !== null && said !== judgement())) say();
  }
  function begin() {
    markGhost(desk, carried, 'on');
    show();
    void ask();
  }

  begin();
  return {
    carried,
    element: mover.element,
    place: () => place,
    say,
    moveTo(next) {
      if (isSamePlace(next, place)) return;
      const isLongerOrShorter = next.durationMinutes !== place.durationMinutes;
      place = next;
      providerId = column()?.column.provider.id ?? providerId;
      if (isLongerOrShorter) {
        days = null;
        asked++;
        clearTimeout(timer);
        timer = setTimeout(() => void ask(), ASK_AFTER_MS);
      }
      show();
    },
    rebase() {
      origin = originOf(desk, carried);
      const there = desk.columns().findIndex((each) => each.column.provider.id === providerId);
      const isWeek = desk.columns().every((each) => each.column.provider.id === providerId);
      place = onBoard(desk.scale(), { ...place, column: isWeek ? place.column : Math.max(0, there) });
      days = null;
      isSaidWhenKnown = true;
      turned = 'yes';
      paint.show(null, desk.columns(), desk.scale());
      begin();
    },
    refresh: begin,
    refusal,
    drop() {
      const at = column();
      if (!at || (origin && isSamePlace(place, origin))) return desk.putBack(null);
      const refused = refusal();
      if (refused !== null) return desk.putBack(refused);
      const { provider, date } = at.column;
      const to = {
        providerId: provider.id,
        providerName: provider.name,
        date,
        time: timeOfMinute(place.minute),
      };
      desk.propose({ carried, place, to, verdict: verdict(), reason: reason() });
    },
    end() {
      asked++;
      clearTimeout(timer);
      markGhost(desk, carried, 'off');
      paint.element.remove();
      mover.element.remove();
    },
  };
}

/** Where the visit stands on the board that is shown, or null on other days. */
function originOf(desk: BoardDesk, { card, durationMinutes, providerId, date }: Carried): Place | null {
  const column = desk
    .columns()
    .findIndex((each) => each.column.provider.id === providerId && each.column.date === date);
  return column === -1 ? null : { column, minute: minuteOfDay(card.startTime), durationMinutes };
}
