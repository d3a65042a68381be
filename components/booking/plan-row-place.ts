const ROW = 'plan-session-';

/** Where the row of a session can be found. */
export const rowId = (number: number): string => `${ROW}${number}`;

export const isRowId = (id: string): boolean => id.startsWith(ROW);

/** Brings the row of a session into sight, with the focus on the button that moves it. */
export function goToRow(number: number): void {
  const row = document.getElementById(rowId(number));
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
}
