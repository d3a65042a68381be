import { Pin } from 'lucide-react';

/** A pin: what it marks was placed by hand, and stays when the rest is planned again. */
export function HeldMark({ label, className = '' }: { label?: string; className?: string }) {
  return (
    <span title={label} className={`shrink-0 text-accent ${className}`}>
      <Pin aria-hidden className="size-4" />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
