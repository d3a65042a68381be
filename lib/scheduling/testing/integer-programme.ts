import type { Instance } from '@/lib/scheduling/instance';
import { type Option, optionsOf, ownCost, pairCost } from '@/lib/scheduling/testing/brute-force';
import { addDays, weekdayOf } from '@/lib/time/local-date';

/**
 * The instance as an integer programme in CPLEX LP format, to be minimised by any solver: one unit flows from
 * a source through the starts of the sessions, in number order, to a sink. An arc exists between two starts
 * that may be consecutive and carries their cost; what flows into the starts of a week is at most its limit;
 * all flows through fixed sessions. Each placed session earns `worth`.
 */
export function integerProgramme(instance: Instance, worth: number): string {
  const nodes = instance.sessions.flatMap((session, index) =>
    optionsOf(instance, session).map((option) => ({ option, index, isFixed: session.fixed !== null })),
  );
  const inflow: string[][] = nodes.map(() => []);
  const outflow: string[][] = nodes.map(() => []);
  const sourceArcs: string[] = [];
  const objective: string[] = [];
  const names: string[] = [];
  const addArc = (from: number | null, to: number | null, cost: number) => {
    const name = `f${names.length}`;
    names.push(name);
    (from === null ? sourceArcs : outflow[from])?.push(name);
    if (to !== null) inflow[to]?.push(name);
    if (cost !== 0) objective.push(`${cost < 0 ? '-' : '+'} ${Math.abs(cost)} ${name}`);
  };
  const earned = (at: number) => {
    const node = nodes[at];
    return node && !node.isFixed ? ownCost(instance, node.option) - worth : -worth;
  };
  const mayFollow = (one: Option, other: Option) => {
    const days = other.day - one.day;
    return days >= instance.minGapDays && (instance.maxGapDays === null || days <= instance.maxGapDays);
  };

  addArc(null, null, 0);
  for (const [at, node] of nodes.entries()) {
    addArc(null, at, earned(at));
    addArc(at, null, 0);
    for (const [next, later] of nodes.entries()) {
      if (later.index <= node.index || !mayFollow(node.option, later.option)) continue;
      addArc(at, next, pairCost(instance, node.option, later.option) + earned(next));
    }
  }

  const rows = [`${sourceArcs.join(' + ')} = 1`];
  for (const at of nodes.keys()) {
    rows.push(`${inflow[at]?.join(' + ')} - ${outflow[at]?.join(' - ')} = 0`);
  }
  for (const index of instance.sessions.keys()) {
    if (!instance.sessions[index]?.fixed) continue;
    rows.push(
      `${nodes.flatMap((node, at) => (node.index === index ? (inflow[at] ?? []) : [])).join(' + ')} = 1`,
    );
  }
  const { maxPerWeek } = instance;
  if (maxPerWeek !== null) {
    const arcsOfWeek = new Map<string, string[]>();
    for (const [at, { option }] of nodes.entries()) {
      const date = addDays(instance.window.from, option.day);
      const week = addDays(date, -((weekdayOf(date) - instance.weekStart + 7) % 7));
      arcsOfWeek.set(week, [...(arcsOfWeek.get(week) ?? []), ...(inflow[at] ?? [])]);
    }
    for (const arcs of arcsOfWeek.values()) rows.push(`${arcs.join(' + ')} <= ${maxPerWeek}`);
  }
  return [
    'Minimize',
    ` value: ${objective.join('\n ') || '0 f0'}`,
    'Subject To',
    ...rows.map((row, at) => ` r${at}: ${row.replaceAll(' + ', '\n + ').replaceAll(' - ', '\n - ')}`),
    'Binary',
    ` ${names.join('\n ')}`,
    'End',
  ].join('\n');
}
