import { Layers2 } from 'lucide-react';

/** Two sheets, one over the other: what it marks shares its time on purpose. The label says so. */
export function OverlapMark({ label }: { label: string }) {
  return (
    <span title={label} className="shrink-0 text-warn">
      <Layers2 aria-hidden className="size-4" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
