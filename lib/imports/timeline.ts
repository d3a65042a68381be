import type { Instant } from '@/lib/time/instant';

/** A visit of the file that has its place: who else wants that time is told its line. */
export interface TakenSpan {
  line: number;
  from: Instant;
  to: Instant;
}

/** The time that accepted rows of a file take of each provider and patient. */
export class Timeline {
  /** Disjoint and in order of time, since nothing is added over something else. */
  readonly #spans = new Map<string, TakenSpan[]>();

  /** The first span of the resource that shares a moment with `[from, to)`. */
  overlapOf(resource: string, from: Instant, to: Instant): TakenSpan | null {
    const spans = this.#spans.get(resource) ?? [];
    const next = spans[firstEndingAfter(spans, from)];
    return next && next.from < to ? next : null;
  }

  add(resource: string, span: TakenSpan): void {
    const spans = this.#spans.get(resource);
    if (spans) spans.splice(firstEndingAfter(spans, span.from), 0, span);
    else this.#spans.set(resource, [span]);
  }
}

function firstEndingAfter(spans: readonly TakenSpan[], moment: Instant): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}
