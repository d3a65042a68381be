import { run } from '../scripts/toolbox.mjs';
import type { Product } from './fixtures';

/** Whole weeks, and so many that nothing of the demo is near. */
const LONG_AGO = -3640;

/** What a visit of the address can have done to it once its day has come: afterwards it lies where it was. */
export async function onceItsDayHasCome(
  product: Product,
  address: string,
  work: () => Promise<void>,
): Promise<void> {
  await moveVisit(product, address, LONG_AGO);
  await work();
  await moveVisit(product, address, -LONG_AGO);
}

async function moveVisit({ databaseUrl }: Product, address: string, days: number): Promise<void> {
  const appointment = address.split('/').at(-1) ?? '';
  const said = ['--database', databaseUrl, '--appointment', appointment, `--days=${days}`];
  const { code, output } = await run(
    'npm',
    ['run', '--silent', 'tsx', 'scripts/days-pass.ts', '--', ...said],
    {
      quiet: true,
    },
  );
  if (code !== 0) throw new Error(`The visit was not moved:\n${output}`);
}
