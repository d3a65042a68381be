/** Who gives one session: several providers are a pool, none is not chosen yet. */
export interface SessionProviders {
  providerIds: string[];
  note: string;
}

/** Who may be chosen. */
export interface Person {
  id: string;
  name: string;
}

export const noProviders: SessionProviders = { providerIds: [], note: '' };

/** What can be done in the grid. Sessions are named by number; their rows lie in order, the first at 0. */
export type AssignmentChange =
  | { kind: 'session'; number: number; to: Partial<SessionProviders> }
  /** Every row, as it was pasted. */
  | { kind: 'providers'; perSession: SessionProviders[] }
  /** Several sessions to the same providers. */
  | { kind: 'give_all'; numbers: readonly number[]; providerIds: readonly string[] }
  | { kind: 'fill_down'; from: number }
  /** Between the first two that are not fixed. */
  | { kind: 'alternate' };

/** The rows after one change; those of fixed sessions stay as they are, and filling keeps every note. */
export function assign(
  rows: readonly SessionProviders[],
  change: AssignmentChange,
  isFixed: (number: number) => boolean = () => false,
): SessionProviders[] {
  const given = (ids: readonly string[]) => ({ providerIds: [...ids] });
  const each = (to: (number: number, row: SessionProviders) => Partial<SessionProviders>) =>
    rows.map((row, index) => (isFixed(index + 1) ? row : { ...row, ...to(index + 1, row) }));
  switch (change.kind) {
    case 'session':
      return each((number) => (number === change.number ? change.to : {}));
    case 'providers':
      return each((number, row) => change.perSession[number - 1] ?? row);
    case 'give_all':
      return each((number) => (change.numbers.includes(number) ? given(change.providerIds) : {}));
    case 'fill_down': {
      const { providerIds } = rows[change.from - 1] ?? noProviders;
      return each((number) => (number > change.from ? given(providerIds) : {}));
    }
    case 'alternate': {
      const open = openNumbers(rows, isFixed);
      const [first, second] = open;
      if (first === undefined || second === undefined) return [...rows];
      const sources = [rows[first - 1], rows[second - 1]].map((row) => (row ?? noProviders).providerIds);
      return each((number) => given(sources[open.indexOf(number) % 2] ?? []));
    }
  }
}

/** All rows before and after one change. */
export interface RowsChange {
  before: readonly SessionProviders[];
  after: readonly SessionProviders[];
}

/** The rows with one earlier change taken back; what it did not touch stays as it is by now. */
export function takenBack(
  rows: readonly SessionProviders[],
  { before, after }: RowsChange,
): SessionProviders[] {
  return rows.map((row, index) => {
    const was = before[index];
    const became = after[index];
    if (!was || !became) return row;
    return {
      providerIds: was.providerIds.join() === became.providerIds.join() ? row.providerIds : was.providerIds,
      note: was.note === became.note ? row.note : was.note,
    };
  });
}

/** The numbers of the sessions that can be given to someone. */
export const openNumbers = (
  rows: readonly SessionProviders[],
  isFixed: (number: number) => boolean,
): number[] => rows.map((_, index) => index + 1).filter((number) => !isFixed(number));
