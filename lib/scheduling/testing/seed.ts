/**
 * The seed of this run's random worlds: printed, so that a failure can be seen again with
 * `TAKT_SEED=… npx vitest run lib/scheduling`.
 */
export const SEED = Number(process.env.TAKT_SEED ?? Date.now() % 1_000_000_007);

/** How many random worlds to try; more with `TAKT_RUNS=…`. */
export function runs(usual: number): number {
  return Number(process.env.TAKT_RUNS ?? usual);
}
