import * as z from 'zod';

/** Frames that were drawn while something was done, and what they cost. */
export interface FrameCosts {
  count: number;
  /** From one frame to the next, by the clock on the wall. */
  gapMedian: number;
  gapP95: number;
  late: number;
  /** What a frame cost the page's own thread, in milliseconds of its own processor time. */
  costMedian: number;
  costP95: number;
  script: number;
  layout: number;
  paint: number;
  /** What other threads did to turn it into pixels; with a graphics card they have little to do. */
  raster: number;
}

/** What the browser has to tell for it. */
export const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Kinds of work as the browser calls them. None of them is part of another one of the same column. */
const SCRIPT = ['FunctionCall', 'EvaluateScript', 'MinorGC', 'MajorGC', 'RunMicrotasks'];
const LAYOUT = ['UpdateLayoutTree', 'Layout', 'HitTest'];
const PAINT = ['PrePaint', 'Paint', 'Layerize', 'Commit'];

/** Later than one and a half frames of 60 a second. */
const LATE_MS = 25;

/** No browser draws two frames that soon after each other. */
const SAME_FRAME_MS = 4;

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      /** In the time of the thread itself: what else the machine does is not in it. */
      tdur: z.number().default(0),
    }),
  ),
});
type Traced = z.infer<typeof Trace>['traceEvents'][number];

/** Reads the browser's own account of its work. */
export function frameCostsOf(trace: string): FrameCosts {
  const done = Trace.parse(JSON.parse(trace))
    .traceEvents.filter(({ ph }) => ph === 'X')
    .sort((one, other) => one.ts - other.ts);
  // A thread that runs animation frames is the page's; the trace of one page has one.
  const page = done.find(({ name }) => name === 'FireAnimationFrame');
  const isOwn = ({ pid, tid }: Traced) => pid === page?.pid && tid === page.tid;
  const own = done.filter(isOwn);
  const frames = startsOf(own.filter(({ name }) => name === 'FireAnimationFrame'));
  const isInFrames = ({ ts }: Traced) => ts >= (frames[0] ?? 0) && ts < (frames.at(-1) ?? 0);
  const gaps = sortedGaps(frames);
  const tasks = own.filter((event) => event.name === 'RunTask' && isInFrames(event));
  const costs = costPerFrame(frames, tasks);
  const perFrame = (names: readonly string[], among: readonly Traced[]) =>
    total(among.filter((event) => names.includes(event.name) && isInFrames(event))) / costs.length;
  return {
    count: costs.length,
    gapMedian: share(gaps, 0.5),
    gapP95: share(gaps, 0.95),
    late: gaps.filter((gap) => gap > LATE_MS).length,
    costMedian: share(costs, 0.5),
    costP95: share(costs, 0.95),
    script: perFrame(SCRIPT, own),
    layout: perFrame(LAYOUT, own),
    paint: perFrame(PAINT, own),
    raster: perFrame(
      ['RasterTask'],
      done.filter((event) => !isOwn(event)),
    ),
  };
}

/** When frames began: whoever asked for one is called in it, one right after the other. */
function startsOf(calls: readonly Traced[]): number[] {
  const starts: number[] = [];
  for (const { ts } of calls) if (ts - (starts.at(-1) ?? 0) > SAME_FRAME_MS * 1000) starts.push(ts);
  return starts;
}

function sortedGaps(frames: readonly number[]): number[] {
  return frames
    .slice(1)
    .map((ts, at) => (ts - (frames[at] ?? ts)) / 1000)
    .sort(byValue);
}

/** What the tasks between a frame and the next one took together, by size. Both come by time. */
function costPerFrame(frames: readonly number[], tasks: readonly Traced[]): number[] {
  const costs = frames.slice(1).map(() => 0);
  let frame = 0;
  for (const { ts, tdur } of tasks) {
    while (ts >= (frames[frame + 1] ?? Number.POSITIVE_INFINITY)) frame++;
    costs[frame] = (costs[frame] ?? 0) + tdur / 1000;
  }
  return costs.sort(byValue);
}

const byValue = (one: number, other: number) => one - other;
const total = (events: readonly Traced[]) => events.reduce((sum, { tdur }) => sum + tdur / 1000, 0);
const share = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
