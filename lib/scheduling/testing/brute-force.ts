import type { Instance, InstanceProvider, InstanceSession } from '@/lib/scheduling/instance';
import { MINUTE_MS } from '@/lib/time/instant';
import { encloses, type Interval, overlaps, union } from '@/lib/time/interval';
import { addDays, daysBetween, weekdayOf } from '@/lib/time/local-date';
import { minuteOfDay, timeOfMinute } from '@/lib/time/local-time';
import { exactInstantOf, instantOf, localDateOf, localTimeOf } from '@/lib/time/wall-clock';

/** A start that rules 1 to 5 allow, in plain units. */
export type Option = { start: number; provider: string; day: number; minute: number };

export type BrutePlan = { placed: { number: number; start: number; provider: string }[]; cost: number };

/**
 * The best plan by trying every one, straight from the text of the specification. Only for worlds of a few
 * sessions and days. Null when no plan is feasible (fixed sessions that nothing can bridge).
 */
export function bruteForce(instance: Instance): BrutePlan | null {
  const options = instance.sessions.map((session) => optionsOf(instance, session));
  let best: { chosen: (Option | null)[]; count: number; cost: number } | null = null;
  const chosen: (Option | null)[] = [];

  const tryFrom = (index: number, last: Option | null, count: number, cost: number) => {
    // No plan from here can be as good: too few sessions are left, or none may be and it costs more already.
    const most = count + instance.sessions.length - index;
    if (best && (most < best.count || (most === best.count && cost > best.cost))) return;
    const session = instance.sessions[index];
    if (!session) {
      const isBetter =
        !best ||
        count > best.count ||
        (count === best.count && cost < best.cost) ||
        (count === best.count && cost === best.cost && isEarlier(chosen, best.chosen));
      if (isBetter) best = { chosen: [...chosen], count, cost };
      return;
    }
    for (const option of options[index] ?? []) {
      if (last && !keepsGap(instance, last, option)) continue;
      if (!keepsWeek(instance, chosen, option)) continue;
      const own = session.fixed ? 0 : ownCost(instance, option);
      chosen.push(option);
      tryFrom(index + 1, option, count + 1, cost + own + (last ? pairCost(instance, last, option) : 0));
      chosen.pop();
    }
    if (session.fixed) return;
    chosen.push(null);
    tryFrom(index + 1, last, count, cost);
    chosen.pop();
  };
  tryFrom(0, null, 0, 0);

  const found: { chosen: (Option | null)[]; cost: number } | null = best;
  return found && toPlan(instance, found);
}

function toPlan(instance: Instance, best: { chosen: (Option | null)[]; cost: number }): BrutePlan {
  const placed = best.chosen.flatMap((option, index) => {
    const number = instance.sessions[index]?.number ?? 0;
    return option ? [{ number, start: option.start, provider: option.provider }] : [];
  });
  return { placed, cost: best.cost };
}

/** Every start of a session by itself. */
export function optionsOf(instance: Instance, session: InstanceSession): Option[] {
  const zone = instance.timeZone;
  if (session.fixed) {
    const { start, provider } = session.fixed;
    const day = daysBetween(instance.window.from, localDateOf(start, zone));
    return [{ start, provider, day, minute: minuteOfDay(localTimeOf(start, zone)) }];
  }
  const options: Option[] = [];
  const days = daysBetween(instance.window.from, instance.window.to);
  const providers = instance.providers.filter((provider) => session.providers.includes(provider.id));
  const worked = new Map(providers.map((provider) => [provider.id, workedBy(instance, provider, days)]));
  for (let day = 0; day <= days; day++) {
    const date = addDays(instance.window.from, day);
    if (instance.preferredDays.length > 0 && !instance.preferredDays.includes(weekdayOf(date))) continue;
    if (instance.closures.includes(date)) continue;
    for (let minute = 0; minute < 1440; minute += instance.gridMinutes) {
      const start = exactInstantOf(date, timeOfMinute(minute), zone);
      if (start === null || (instance.notBefore !== null && start < instance.notBefore)) continue;
      const visit = { from: start, to: start + session.durationMinutes * MINUTE_MS };
      for (const provider of providers) {
        if (!(worked.get(provider.id) ?? []).some((hours) => encloses(hours, visit))) continue;
        if (!isFree(instance, provider, visit)) continue;
        const hours = instance.dayHours;
        if (hours) {
          const possible = { from: instantOf(date, hours.from, zone), to: instantOf(date, hours.to, zone) };
          if (!encloses(possible, visit)) continue;
        }
        options.push({ start, provider: provider.id, day, minute });
      }
    }
  }
  return options;
}

function workedBy(instance: Instance, provider: InstanceProvider, days: number): Interval[] {
  const hours: Interval[] = [];
  for (let day = -2; day <= days + 3; day++) {
    const date = addDays(instance.window.from, day);
    for (const each of provider.hours) {
      if (each.weekday !== weekdayOf(date)) continue;
      if (
        (each.validFrom !== null && date < each.validFrom) ||
        (each.validTo !== null && date > each.validTo)
      ) {
        continue;
      }
      hours.push({
        from: instantOf(date, each.from, instance.timeZone),
        to: instantOf(date, each.to, instance.timeZone),
      });
    }
  }
  return union(hours);
}

function isFree(instance: Instance, provider: InstanceProvider, visit: Interval): boolean {
  const held = {
    from: visit.from - provider.bufferBeforeMinutes * MINUTE_MS,
    to: visit.to + provider.bufferAfterMinutes * MINUTE_MS,
  };
  if ([...provider.timeOff, ...provider.busy].some((taken) => overlaps(taken, held))) return false;
  if (instance.patientBusy.some((busy) => overlaps(busy, visit))) return false;
  return !instance.rooms || instance.rooms.some((room) => !room.busy.some((busy) => overlaps(busy, visit)));
}

function keepsGap(instance: Instance, last: Option, next: Option): boolean {
  const days = next.day - last.day;
  return days >= instance.minGapDays && (instance.maxGapDays === null || days <= instance.maxGapDays);
}

function keepsWeek(instance: Instance, chosen: readonly (Option | null)[], next: Option): boolean {
  if (instance.maxPerWeek === null) return true;
  const weekOf = (option: Option) => {
    const date = addDays(instance.window.from, option.day);
    return addDays(date, -((weekdayOf(date) - instance.weekStart + 7) % 7));
  };
  const week = weekOf(next);
  return chosen.filter((option) => option && weekOf(option) === week).length < instance.maxPerWeek;
}

export function ownCost({ weights, preferMinute }: Instance, option: Option): number {
  const away = preferMinute === null ? 0 : Math.abs(option.minute - preferMinute);
  return weights.late * option.day + weights.prefer * away;
}

export function pairCost({ weights, targetGapHalfDays }: Instance, one: Option, other: Option): number {
  const days = other.day - one.day;
  const gap = targetGapHalfDays === null ? 0 : Math.abs(2 * days - targetGapHalfDays);
  const change = one.provider === other.provider ? 0 : weights.change;
  return weights.gap * gap + weights.clock * Math.abs(one.minute - other.minute) + change;
}

/** Whether the first list of (start, provider) is smaller, unplaced being later than any start. */
function isEarlier(one: readonly (Option | null)[], other: readonly (Option | null)[]): boolean {
  for (let index = 0; index < one.length; index++) {
    const a = one[index] ?? null;
    const b = other[index] ?? null;
    if (a === null && b === null) continue;
    if (a === null) return false;
    if (b === null) return true;
    if (a.start !== b.start) return a.start < b.start;
    if (a.provider !== b.provider) return a.provider < b.provider;
  }
  return false;
}
