/** Chance that falls the same way every time: the demo looks alike on every machine on the same day. */
export interface Dice {
  /** A whole number from `from` to `to`, both inclusive. */
  between(from: number, to: number): number;
  /** True in `percent` of a hundred throws. */
  chance(percent: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** The choices in a random order. */
  shuffled<T>(choices: readonly T[]): T[];
}

/** A small linear congruential generator (Numerical Recipes' constants): ample for a demo. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    between,
    chance: (percent) => next() * 100 < percent,
    pick(choices) {
      const choice = choices[between(0, choices.length - 1)];
      if (choice === undefined) throw new Error('There is nothing to pick from.');
      return choice;
    },
    shuffled(choices) {
      return choices
        .map((choice) => ({ choice, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ choice }) => choice);
    },
  };
}
