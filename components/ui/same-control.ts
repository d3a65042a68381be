/**
 * Whether a control shows the same: handlers aside, which must then not close over anything that changes. A form
 * of many controls that is drawn anew for every key would otherwise draw all of them.
 */
export function isSameControl<T extends object>(before: T, after: T): boolean {
  const kept = new Map(Object.entries(before));
  const entries = Object.entries(after);
  return (
    entries.length === kept.size &&
    entries.every(([name, value]) => kept.has(name) && isSame(kept.get(name), value))
  );
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other) || (typeof one === 'function' && typeof other === 'function')) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  // What is drawn inside, such as a button, is not compared.
  if ('$$typeof' in one || '$$typeof' in other) return false;
  return JSON.stringify(one) === JSON.stringify(other);
}
