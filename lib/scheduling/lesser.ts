/**
 * The lesser of two whole numbers that are less than 2^31 apart. Which of two costs is less is close to chance in
 * the planner's inner loops, and a branch that the processor cannot foresee costs more than all else; `Math.min`
 * branches too. So the sign of the difference picks, as a mask.
 */
export function lesser(one: number, other: number): number {
  const apart = (one - other) | 0;
  return (other + (apart & (apart >> 31))) | 0;
}
