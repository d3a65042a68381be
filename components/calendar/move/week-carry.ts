import type { FeasibleDay } from '@/lib/calendar/feasibility';
import { minuteOfDay, timeOfMinute } from '@/lib/time/local-time';
import { type Cells, cellsOn } from './cells';
import type { Carried, Carry, Desk, Droppable } from './desk';
import { markGhost } from './draw';
import { nearestStart, nextStart } from './nearest-start';
import type { Place } from './scale';
import { isOnlyTaken, type Verdict, verdictAt } from './verdict';
import { type CellWords, drawCells, drawLine } from './week-draw';

/** A visit in hand over the week of a clinic. */
export interface WeekCarry extends Carry, Droppable {
  cells: () => Cells;
  cell: () => number;
  toCell: (index: number) => void;
  /** The next free time of the same cell, or the one before. */
  toTime: (direction: 1 | -1) => 'moved' | 'none' | 'unknown';
  /** Draws what is carried at a point of the stage. */
  drawAt: (point: { x: number; y: number }) => void;
  say: () => void;
}

/** What a cell would do: at which minute, whether it could, and what the wanted time has against it. */
interface Spot {
  minute: number;
  verdict: Verdict;
  wanted: Verdict;
}

/**
 * Takes a visit of the week in hand. Days are its columns and providers its rows, so a cell says whom and when but
 * no time: the visit keeps its own wherever that is free, and where it is not the nearest one that is.
 */
export function pickUpInWeek(desk: Desk, carried: Carried): WeekCarry {
  const { durationMinutes } = carried;
  const own = minuteOfDay(carried.card.startTime);
  let cells = cellsOn(desk.stage, desk.frame);
  let at = Math.max(0, indexOf(desk, carried));
  let { providerId } = carried;
  /** A time of this cell that was asked for by key. */
  let chosen: number | null = null;
  let days = new Map<string, FeasibleDay>();
  let asked = 0;
  let isSaidWhenKnown = false;
  /** What was said last, so that it is said by itself when it has changed. */
  let said: string | null = null;
  const line = drawLine(desk, carried);
  const marks = drawCells();

  const dayOf = (index: number): FeasibleDay | undefined => {
    const column = desk.columns()[index]?.column;
    return column && days.get(`${column.provider.id} ${column.date}`);
  };
  function spotOf(index: number): Spot {
    const day = dayOf(index);
    const judged = (minute: number) =>
      verdictAt(day ? [day] : null, {
        providerId: day?.providerId ?? '',
        date: day?.date ?? '',
        minute,
      });
    const wanted = judged(own);
    const minute = day && nearestStart(day, own, desk.gridMinutes);
    const kept = index === at && chosen !== null ? chosen : (minute ?? own);
    return { minute: kept, verdict: judged(kept), wanted };
  }
  const placeOf = (index: number, { minute }: Spot): Place => ({ column: index, minute, durationMinutes });
  const reasonOf = (index: number, { verdict, minute }: Pick<Spot, 'verdict' | 'minute'>) =>
    desk.words.reason(verdict, {
      column: desk.columns()[index],
      place: { column: index, minute, durationMinutes },
      carried,
    });
  /** Why it is another time than its own, as far as that needs words. */
  const insteadOf = (index: number, { minute, wanted }: Spot) =>
    minute === own || wanted.kind !== 'blocked'
      ? ''
      : desk.words.instead({ minute: own, reason: reasonOf(index, { verdict: wanted, minute: own }) });

  function wordsOf(index: number): CellWords {
    const spot = spotOf(index);
    const isBlocked = spot.verdict.kind === 'blocked';
    return {
      verdict: spot.verdict.kind === 'free' && spot.minute !== own ? 'unwished' : spot.verdict.kind,
      text: isBlocked ? reasonOf(index, spot) : dayOf(index) ? timeOfMinute(spot.minute) : '',
    };
  }
  function show() {
    const spot = spotOf(at);
    const reasons = [insteadOf(at, spot), reasonOf(at, spot)].filter((words) => words !== '');
    line.say({
      verdict: spot.verdict.kind,
      words: { time: desk.words.time(placeOf(at, spot)), reason: reasons.join(' ') },
    });
    marks.aim(cells.all[at]?.element ?? null);
  }
  function refusal(): string | null {
    const { verdict, minute } = spotOf(at);
    if (verdict.kind !== 'blocked' || (desk.mayOverlap && isOnlyTaken(verdict.hard))) return null;
    return desk.words.blocked(carried.card.appointment.patientName, reasonOf(at, { verdict, minute }));
  }
  function sentence(): string {
    const spot = spotOf(at);
    const words = desk.words.spoken({
      place: placeOf(at, spot),
      column: desk.columns()[at],
      verdict: spot.verdict,
      reason: reasonOf(at, spot),
      turned: 'no',
    });
    return [words, insteadOf(at, spot)].filter((part) => part !== '').join('. ');
  }
  function say() {
    isSaidWhenKnown = days.size === 0;
    said = sentence();
    desk.speak(said);
  }
  /** Only the answer to the latest question counts. */
  async function ask() {
    const question = ++asked;
    try {
      const found = await desk.ask(carried, durationMinutes);
      if (question !== asked) return;
      days = new Map(found.map((day) => [`${day.providerId} ${day.date}`, day]));
    } catch {
      // Unknown places stay unknown: the server judges the drop anyway.
      return;
    }
    marks.show(cells, wordsOf);
    show();
    if (isSaidWhenKnown || (said !== null && said !== sentence())) say();
  }
  function begin() {
    markGhost(desk, carried, 'on');
    show();
    void ask();
  }

  begin();
  return {
    carried,
    element: line.element,
    cells: () => cells,
    cell: () => at,
    drawAt: line.moveTo,
    say,
    refusal,
    toCell(index) {
      if (index === at) return;
      at = index;
      providerId = desk.columns()[at]?.column.provider.id ?? providerId;
      chosen = null;
      show();
    },
    toTime(direction) {
      const day = dayOf(at);
      if (!day) return 'unknown';
      const next = nextStart(day, spotOf(at).minute, { gridMinutes: desk.gridMinutes, direction });
      if (next === null) return 'none';
      chosen = next;
      show();
      return 'moved';
    },
    rebase() {
      cells = cellsOn(desk.stage, desk.frame);
      // The same weekday of the same provider, in whichever row they stand now.
      const row = desk.columns().findIndex(({ column }) => column.provider.id === providerId);
      at = Math.max(0, row) + (at % cells.daysEach);
      days = new Map();
      chosen = null;
      isSaidWhenKnown = true;
      begin();
    },
    refresh() {
      // A row may have become higher or lower.
      cells = cellsOn(desk.stage, desk.frame);
      begin();
    },
    drop() {
      const to = desk.columns()[at];
      const spot = spotOf(at);
      if (!to || (indexOf(desk, carried) === at && spot.minute === own)) return desk.putBack(null);
      const refused = refusal();
      if (refused !== null) return desk.putBack(refused);
      const { provider, date } = to.column;
      desk.propose({
        carried,
        place: placeOf(at, spot),
        to: {
          providerId: provider.id,
          providerName: provider.name,
          date,
          time: timeOfMinute(spot.minute),
        },
        verdict: spot.verdict,
        reason: reasonOf(at, spot),
      });
    },
    end() {
      asked++;
      markGhost(desk, carried, 'off');
      marks.end();
      line.element.remove();
    },
  };
}

/** The cell that the visit stands in, or -1 when the board shows other days. */
const indexOf = (desk: Desk, { providerId, date }: Carried): number =>
  desk.columns().findIndex(({ column }) => column.provider.id === providerId && column.date === date);
