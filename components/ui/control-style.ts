import clsx from 'clsx';

/** The look that every box one types or picks in has in common. */
export const controlClass = clsx(
  'block w-full min-w-0 h-control rounded border border-edge/70 bg-surface px-3 text-work text-ink',
  'transition-colors hover:border-edge',
  'focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent',
  'aria-invalid:border-danger aria-invalid:hover:border-danger',
  'disabled:bg-sunken disabled:text-faint disabled:border-hairline',
);

/** The same box where the thing with focus is inside of it: date parts, a text with a button. */
export const controlGroupClass = clsx(
  'flex w-full min-w-0 h-control items-center rounded border border-edge/70 bg-surface text-work text-ink',
  'transition-colors hover:border-edge',
  'data-focus-within:border-accent data-focus-within:outline-2 data-focus-within:outline-accent',
  'data-invalid:border-danger data-invalid:hover:border-danger',
  'data-disabled:bg-sunken data-disabled:text-faint data-disabled:border-hairline',
);

/** What floats: lists, menus, small panels. It fades in; it does not fly. */
export const floatClass = clsx(
  'rounded bg-float text-ink shadow-float outline-none',
  'transition-opacity data-entering:opacity-0 data-exiting:opacity-0',
);

/** One line in a floating list. */
export const optionClass = clsx(
  'flex min-h-row cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-work outline-none',
  'data-focused:bg-ink/6 data-hovered:bg-ink/6 data-pressed:bg-ink/10',
  'data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent',
  'data-disabled:cursor-default data-disabled:text-faint data-disabled:bg-transparent',
);
