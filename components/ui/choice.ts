import clsx from 'clsx';

/** A row one can press anywhere: the mark, the word and the space around both. */
export const choiceRowClass =
  'flex min-h-touch cursor-pointer items-center gap-2 text-work has-disabled:cursor-default has-disabled:text-faint';

export const choiceMarkClass = clsx(
  'peer size-5 shrink-0 cursor-pointer appearance-none border border-edge bg-surface transition-colors hover:border-ink',
  'checked:border-accent checked:bg-accent checked:hover:border-accent-strong checked:hover:bg-accent-strong',
  'disabled:cursor-default disabled:border-hairline disabled:bg-sunken aria-invalid:border-danger',
);
