import { takenFileNumbers } from '../reads/import-references';
import type { WriteScope } from '../scope';
import { takeFileNumbers } from './numbers';

/**
 * Takes `count` file numbers that no patient bears: the counter does not know the numbers that clinics brought
 * along. `reserved` are numbers about to be given by hand.
 */
export async function takeFreeFileNumbers(
  write: WriteScope,
  count: number,
  reserved: ReadonlySet<string>,
): Promise<string[]> {
  const free: string[] = [];
  while (free.length < count) {
    const next = await takeFileNumbers(write, count - free.length);
    const taken = await takenFileNumbers(write, next);
    free.push(...next.filter((number) => !taken.has(number) && !reserved.has(number)));
  }
  return free;
}
