import type { CalendarHref } from './address';
import type { BoardWork } from './board-work';

type Turning = Pick<BoardWork, 'here' | 'show'>;

/** Leads back to the days from which a visit was taken, whoever carried it to others and gave up there. */
export class WayBack {
  private from: { there: CalendarHref; card: string } | null = null;
  private isWanted = false;

  /** A visit is taken from what is shown; `card` finds it there. */
  begin({ here }: Turning, card: string): void {
    this.from = { there: here, card };
    this.isWanted = false;
  }

  /** Shows where the visit still stands. */
  go({ here, show }: Turning): void {
    if (!this.from || this.from.there === here) return;
    this.isWanted = true;
    show(this.from.there);
  }

  /** Other days are shown: where they are those that were asked for, the visit has the focus again. */
  arrive({ here }: Turning, stage: HTMLElement | null): void {
    if (!this.isWanted || this.from?.there !== here) return;
    this.isWanted = false;
    const board = stage?.closest<HTMLElement>('[data-board]');
    board?.querySelector<HTMLElement>(this.from.card)?.focus({ preventScroll: true });
  }
}
