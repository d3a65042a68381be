import clsx from 'clsx';

/** The pill that a filter is: quiet while it does nothing, marked while it narrows what is shown. */
export const chipClass = (isActive: boolean): string =>
  clsx(
    'inline-flex h-8 max-w-full shrink-0 items-stretch rounded-full border text-sm transition-colors coarse:h-11',
    isActive
      ? 'border-accent bg-accent-soft text-ink'
      : 'border-edge/50 bg-surface text-soft hover:border-edge hover:text-ink',
  );

/** What is pressed to open a filter; where it can be cleared, a second button follows in the same pill. */
export const chipTriggerClass = (isActive: boolean): string =>
  clsx(
    'target inline-flex min-w-0 cursor-pointer items-center gap-1.5 rounded-full ps-3',
    isActive ? 'pe-1' : 'pe-3',
  );

export const chipClearClass =
  'target inline-flex w-7 shrink-0 cursor-pointer items-center justify-center rounded-full text-soft hover:text-ink coarse:w-11';
