/** What a check of an invariant found in one tenant. */
export interface Finding {
  /** How many things were looked at. */
  checked: number;
  /** How many of them break the invariant. */
  broken: number;
  /** The first of those, at most ten. */
  examples: Example[];
}

export interface Example {
  id: string;
  what: string;
}

export const MOST_EXAMPLES = 10;

/** Rows that a query limited to ten, each with the count of all, as a finding. */
export function findingOf(
  checked: number,
  rows: readonly { id: string; what: string; broken: number }[],
): Finding {
  const examples = rows.map(({ id, what }) => ({ id, what }));
  return { checked, broken: rows[0]?.broken ?? 0, examples };
}
