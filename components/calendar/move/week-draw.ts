import type { Cells } from './cells';
import type { Carried, Desk } from './desk';
import { element, moverCard, moverChip, moverLooks } from './draw';
import type { Point } from './edges';
import type { Verdict } from './verdict';

/** What a cell says of itself while a visit is carried: the time it would take, or why it takes none. */
export interface CellWords {
  verdict: Verdict['kind'];
  text: string;
}

/** The line in hand, drawn outside of React like everything that follows a pointer. */
export function drawLine(desk: Desk, { card: { appointment } }: Carried) {
  const mover = element(
    'absolute top-0 left-0 z-10 w-52 scroll-mx-40 scroll-my-16 outline-none will-change-transform',
    desk.stage,
  );
  mover.dataset.mover = '';
  const body = element(moverCard, mover);
  const edge = element('absolute inset-y-0 start-0 w-[3px]', body);
  edge.style.background = appointment.service?.colour ?? 'var(--edge)';
  const time = element('ltr w-fit text-xs font-semibold', body);
  const name = element('max-w-full truncate pb-0.5 font-medium leading-5', body);
  name.dir = 'auto';
  name.textContent = appointment.patientName;
  const reason = element(`${moverChip} top-[calc(100%+2px)]`, mover);
  return {
    element: mover,
    moveTo({ x, y }: Point) {
      mover.style.transform = `translate(${x}px, ${y}px)`;
    },
    say({ verdict, words }: { verdict: Verdict['kind']; words: { time: string; reason: string } }) {
      mover.dataset.verdict = verdict;
      body.className = `${moverCard} ${moverLooks[verdict]}`;
      time.textContent = words.time;
      reason.textContent = words.reason;
      reason.hidden = words.reason === '';
    },
  };
}

/** Lets every cell say what it would do with the visit, in marks that its style turns into words. */
export function drawCells() {
  let marked: HTMLElement[] = [];
  let target: HTMLElement | null = null;
  function clear() {
    for (const cell of marked) {
      delete cell.dataset.verdict;
      delete cell.dataset.says;
    }
    marked = [];
  }
  return {
    show({ all }: Cells, wordsOf: (index: number) => CellWords) {
      clear();
      marked = all.map(({ element: cell }, index) => {
        const { verdict, text } = wordsOf(index);
        cell.dataset.verdict = verdict;
        cell.dataset.says = text;
        return cell;
      });
    },
    aim(cell: HTMLElement | null) {
      if (cell === target) return;
      target?.removeAttribute('data-target');
      cell?.setAttribute('data-target', '');
      target = cell;
    },
    end() {
      clear();
      target?.removeAttribute('data-target');
    },
  };
}
