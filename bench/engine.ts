import loadHighs from 'highs';
import { greedyFirstFit } from '@/bench/greedy';
import { type Size, worldOf } from '@/bench/worlds';
import { bestPlan } from '@/lib/scheduling/best-plan';
import { clinicOf } from '@/lib/scheduling/clinic';
import type { Instance } from '@/lib/scheduling/instance';
import { planPackage } from '@/lib/scheduling/plan-package';
import { PRESETS } from '@/lib/scheduling/presets';
import { movesOf } from '@/lib/scheduling/replan';
import { integerProgramme } from '@/lib/scheduling/testing/integer-programme';

/** Median milliseconds of `runs` runs after a warm-up. */
function median(runs: number, work: () => unknown): number {
  const times: number[] = [];
  for (let run = -Math.ceil(runs / 4); run < runs; run++) {
    const began = performance.now();
    work();
    if (run >= 0) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const columns = (...cells: (string | number)[]) =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(44) : String(cell).padStart(13))).join('');
const shown = (value: number) => value.toFixed(value < 10 ? 3 : 1);

function line(name: string, size: Size, runs: number, change: Partial<Instance> = {}): void {
  const instance = { ...worldOf(size), ...change };
  const planned = median(runs, () => planPackage(instance));
  const greedy = median(runs, () => greedyFirstFit(instance));
  const { states, placed } = planPackage(instance);
  console.info(
    columns(
      name,
      states,
      `${placed.length}/${size.sessions}`,
      shown(planned),
      shown(greedy),
      shown(planned / greedy),
    ),
  );
}

/** Reasons and relaxations of an instance, or where nothing is changed the moves of one session, in plans' time. */
function beside(name: string, world: Instance, change?: Partial<Instance>): void {
  const sessions = world.sessions.map((session) => ({
    ...session,
    providers: session.providers.slice(0, 1),
  }));
  const instance = change ? { ...world, ...change, sessions } : world;
  const middle = instance.sessions[instance.sessions.length >> 1]?.number ?? 0;
  const runs = instance.sessions.length > 50 ? 11 : 101;
  const plan = median(runs, () => bestPlan(clinicOf(instance)));
  const ask = () => (change ? planPackage(instance).relaxations : movesOf(instance, middle));
  const asked = median(runs, ask);
  console.info(columns(name, ask().length, shown(asked), shown(plan), shown(asked / plan)));
}

const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);

const HEAD = columns('case', 'states', 'placed', 'exact ms', 'greedy ms', 'ratio');
const plain: Size = { sessions: 12, days: 90, providers: 1, gridMinutes: 15 };
const year: Size = { sessions: 100, days: 366, providers: 1, gridMinutes: 15 };

/** Nothing but rhythm costs. */
const rhythm = { late: 0, gap: 0, clock: 4, change: 120, prefer: 0 };

console.info(HEAD);
line('plain package, regular', plain, 201);
line('plain package, soonest', { ...plain, weights: PRESETS.soonest }, 201);
line('plain package, same provider', { ...plain, weights: PRESETS.same_provider }, 201);
line('plain package, at most 2 a week', { ...plain, maxPerWeek: 2 }, 201);
line('plain package, pool of 5', { ...plain, providers: 5 }, 51);
line('100 sessions, 366 days, 1 provider, 15 min', year, 21);
line('100 sessions, 366 days, pool of 10, 5 min', { ...year, providers: 10, gridMinutes: 5 }, 5);
line('100 sessions, 366 days, pool of 10, 1 min', { ...year, providers: 10, gridMinutes: 1 }, 5);
console.info(`most memory so far: ${memory()} MB`);
const largest: Size = { ...year, providers: 10, gridMinutes: 5 };
const durations = worldOf(largest).sessions.map((session, at) => ({ ...session, durationMinutes: 30 + at }));
line('largest, every day equal', { ...largest, weights: rhythm }, 3);
line('largest, at most 2 a week', { ...largest, maxPerWeek: 2 }, 3);
line('largest, 100 durations', largest, 3, { sessions: durations });
line('largest, 5 days apart: 26 stay out', largest, 3, { minGapDays: 5 });
console.info(`most memory so far: ${memory()} MB\n`);

console.info(columns('what is said beside the plan', 'answers', 'ms', 'plan ms', 'plans'));
const narrow: Partial<Instance> = {
  preferredDays: [1, 4],
  minGapDays: 10,
  maxPerWeek: 1,
  dayHours: { from: '09:00', to: '12:00' },
};
beside('12 sessions, 4 stay out: why, and what helps', worldOf({ ...plain, providers: 2 }), narrow);
beside("the same, all of one session's moves", worldOf(plain));
beside("100 sessions, 366 days: all of one's moves", worldOf(year));
console.info('');

// Growth is shown on worlds in which every day matters, so no day can be left out.
console.info(HEAD);
const base: Size = { sessions: 20, days: 90, providers: 2, gridMinutes: 15, weights: rhythm };
for (const sessions of [10, 20, 40, 80]) line(`growth: ${sessions} sessions`, { ...base, sessions }, 21);
for (const days of [45, 90, 180, 360]) line(`growth: ${days} days`, { ...base, days }, 21);
for (const gridMinutes of [30, 15, 5, 1] as const)
  line(`growth: every ${gridMinutes} min`, { ...base, gridMinutes }, 11);
for (const providers of [1, 2, 4, 8]) line(`growth: ${providers} providers`, { ...base, providers }, 21);

console.info(
  `\n${columns('same instance, same objective', 'cost', 'HiGHS cost', 'exact ms', 'HiGHS ms', 'times')}`,
);
const highs = await loadHighs();
for (const days of [5, 7, 10]) {
  const instance = worldOf({ sessions: 4, days, providers: 1, gridMinutes: 60 });
  const worth = 1_000_000;
  const programme = integerProgramme(instance, worth);
  const began = performance.now();
  const solution = highs.solve(programme, { mip_rel_gap: 0, mip_abs_gap: 0.5 });
  const solved = performance.now() - began;
  const best = bestPlan(clinicOf(instance));
  const exact = median(51, () => bestPlan(clinicOf(instance)));
  const cost = Math.round(solution.ObjectiveValue) + worth * best.placed.length;
  console.info(
    columns(
      `4 sessions, ${days} days, every hour`,
      best.cost,
      cost,
      shown(exact),
      shown(solved),
      shown(solved / exact),
    ),
  );
}
