import type { GridMinutes, Instance, InstanceProvider, Weights } from '@/lib/scheduling/instance';
import { PRESETS } from '@/lib/scheduling/presets';
import { MINUTE_MS } from '@/lib/time/instant';
import type { Interval } from '@/lib/time/interval';
import { addDays } from '@/lib/time/local-date';
import { instantOf } from '@/lib/time/wall-clock';

/** The size of a made-up clinic. */
export type Size = {
  readonly sessions: number;
  readonly days: number;
  readonly providers: number;
  readonly gridMinutes: GridMinutes;
  readonly weights?: Weights;
  readonly maxPerWeek?: number;
};

const ZONE = 'Europe/London';
const FROM = '2027-01-03';

/**
 * A package in a clinic that is open every day from 08:00 to 18:00 with a break, each provider having some
 * four appointments a day. The same size always gives the same world.
 */
export function worldOf(size: Size): Instance {
  const providers = Array.from({ length: size.providers }, (_, index) => providerOf(index, size.days));
  const ids = providers.map((provider) => provider.id);
  return {
    format: 'takt-instance/1',
    timeZone: ZONE,
    gridMinutes: size.gridMinutes,
    window: { from: FROM, to: addDays(FROM, size.days - 1) },
    notBefore: null,
    preferredDays: [],
    minGapDays: 1,
    maxGapDays: null,
    maxPerWeek: size.maxPerWeek ?? null,
    weekStart: 0,
    dayHours: null,
    sessions: Array.from({ length: size.sessions }, (_, index) => ({
      number: index + 1,
      durationMinutes: 45,
      providers: ids,
      fixed: null,
    })),
    providers,
    patientBusy: [],
    closures: [],
    rooms: null,
    weights: size.weights ?? PRESETS.regular,
    targetGapHalfDays: 7,
    preferMinute: null,
  };
}

function providerOf(index: number, days: number): InstanceProvider {
  const random = pseudoRandom(index + 1);
  const busy: Interval[] = [];
  for (let day = 0; day < days; day++) {
    const morning = instantOf(addDays(FROM, day), '08:00', ZONE);
    for (let visit = 0; visit < 4; visit++) {
      const from = morning + Math.floor(random() * 40) * 15 * MINUTE_MS;
      busy.push({ from, to: from + 45 * MINUTE_MS });
    }
  }
  return {
    id: `p${String(index + 1).padStart(2, '0')}`,
    hours: [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => [
      { weekday, from: '08:00', to: '12:30', validFrom: null, validTo: null },
      { weekday, from: '13:00', to: '18:00', validFrom: null, validTo: null },
    ]),
    timeOff: [],
    busy,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 5,
  };
}

/** The linear congruential generator of Numerical Recipes: enough to scatter appointments. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
