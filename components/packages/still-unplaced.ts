interface Known {
  number: number;
  status: string;
}

/** The sessions without a place among those that are changed: a change of who gives them plans none of them. */
export function stillUnplaced(
  sessions: readonly Known[],
  {
    changed,
    planned = [],
  }: { changed: readonly { number: number }[]; planned?: readonly { number: number }[] },
): number[] {
  const isChanged = new Set(changed.map(({ number }) => number));
  const isPlanned = new Set(planned.map(({ number }) => number));
  return sessions
    .filter(({ status }) => status === 'PENDING' || status === 'FAILED')
    .map(({ number }) => number)
    .filter((number) => isChanged.has(number) && !isPlanned.has(number));
}
