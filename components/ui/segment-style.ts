/** One part of a date or time. */
export const segmentClass =
  'inline-flex h-6 min-w-6 items-center justify-center rounded-sm px-0.5 outline-none data-[type=literal]:min-w-0 data-placeholder:text-faint data-focused:bg-accent data-focused:text-accent-on data-[type=literal]:px-0';
