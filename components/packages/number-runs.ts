/** Ascending numbers as people write them: `3–5, 9`. */
export function runsText(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** Where a session stands on its package's page. Sessions that are told together stand at the first of them. */
export const placeOfSession = (number: number): string => `session-${number}`;
