import { useTranslations } from 'next-intl';

function runsOf(numbers: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs;
}

/** Ascending numbers as people write them, with the comma of their language: `3–5, 9`. */
export const runsText = (numbers: readonly number[], comma: string): string =>
  runsOf(numbers)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
    .join(`${comma} `);

export function useRuns(): (numbers: readonly number[]) => string {
  const t = useTranslations('common');
  return (numbers) => runsText(numbers, t('comma'));
}
