/** A bar of music: one strong beat, the others evenly after it. */
export function Mark({ className = 'size-7' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={`shrink-0 ${className}`}>
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="var(--on-accent)">
        <rect x="7" y="7" width="3" height="18" rx="1.5" />
        <rect x="12" y="16" width="3" height="9" rx="1.5" opacity=".72" />
        <rect x="17" y="12" width="3" height="13" rx="1.5" />
        <rect x="22" y="16" width="3" height="9" rx="1.5" opacity=".72" />
      </g>
    </svg>
  );
}

type WordmarkProps = { name: string; className?: string; nameClassName?: string };

export function Wordmark({ name, className = '', nameClassName = '' }: WordmarkProps) {
  return (
    <span className={`ltr inline-flex w-fit items-center gap-2 ${className}`}>
      <Mark />
      <span className={`text-base font-semibold tracking-[-0.02em] ${nameClassName}`}>{name}</span>
    </span>
  );
}
