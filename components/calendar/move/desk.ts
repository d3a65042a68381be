import type { DayCard, DayColumn } from '@/lib/calendar/day-column';
import type { FeasibleDay } from '@/lib/calendar/feasibility';
import type { Point } from './edges';
import type { Place, Scale } from './scale';
import type { Verdict } from './verdict';

/** A column of the board: who and which day. */
export interface MoveColumn {
  column: DayColumn;
  /** As it is said: a provider's name, or a day's. */
  name: string;
  /** Its day in full. */
  day: string;
  /** Why the clinic is closed on its day, or null. */
  closure: string | null;
}

/** A visit that is taken in hand, and its card at the moment it was. */
export interface Carried {
  card: DayCard;
  durationMinutes: number;
  providerId: string;
  date: string;
}

/** Where it was put down, to be confirmed. */
export interface Proposal {
  carried: Carried;
  place: Place;
  to: { providerId: string; providerName: string; date: string; time: string };
  verdict: Verdict;
  /** The verdict in words; empty when nothing speaks against it. */
  reason: string;
}

/** A visit in hand. */
export interface Carry {
  readonly carried: Carried;
  /** The board has turned to other days, or shows others: the visit goes on being carried over it. */
  rebase: () => void;
  /** Others have changed what the board shows: the visit stays where it is, its place is judged anew. */
  refresh: () => void;
  /** Lets go: everything that was drawn is gone. */
  end: () => void;
}

/** What is in hand can be put down. */
export interface Droppable {
  element: HTMLElement;
  /** Why it cannot be put down here, or null. */
  refusal: () => string | null;
  /** Asks to confirm the place; one that nobody can have puts the visit back. */
  drop: () => void;
}

/** What those who carry a visit need of the board; everything is asked for anew, since the board changes under them. */
export interface Desk {
  frame: HTMLElement;
  /** Where what is carried is drawn. It covers the columns, and nothing else. */
  stage: HTMLElement;
  columns: () => readonly MoveColumn[];
  gridMinutes: number;
  words: MoveWords;
  ask: (carried: Carried, durationMinutes: number) => Promise<readonly FeasibleDay[]>;
  speak: (text: string) => void;
  propose: (proposal: Proposal) => void;
  putBack: (reason: string | null) => void;
  /** Whether the actor may lay visits over each other. */
  mayOverlap: boolean;
  /** Shows the next day or week, or the one before. */
  turn: (direction: 1 | -1) => void;
  /** Shows the day or week again from which the visit was taken. */
  turnBack: () => void;
}

/** The desk of a board on which time runs down. */
export interface BoardDesk extends Desk {
  scale: () => Scale;
}

/** A visit that a pointer has taken hold of: where, where the pointer is by now, and what it wants. */
export interface Hold {
  carried: Carried;
  grip: Point;
  now: Point;
  how: 'move' | 'resize';
}

export interface MoveWords {
  time: (place: Place) => string;
  /** What a verdict says under the pointer; empty when there is nothing to say. */
  reason: (
    verdict: Verdict,
    at: { column: MoveColumn | undefined; place: Place; carried: Carried },
  ) => string;
  spoken: (said: {
    place: Place;
    column: MoveColumn | undefined;
    verdict: Verdict;
    reason: string;
    /** Whether the day is another than before. */
    turned: 'no' | 'yes';
  }) => string;
  picked: (name: string) => string;
  /** The same, where up and down lead to other people and not to other times. */
  pickedInWeek: (name: string) => string;
  /** The time was not free, and why, so that another one is proposed. */
  instead: (said: { minute: number; reason: string }) => string;
  /** A key led nowhere, so that the place was not said again. */
  noFurther: () => string;
  noOtherTime: (direction: 1 | -1) => string;
  label: (name: string) => string;
  blocked: (name: string, reason: string) => string;
}
