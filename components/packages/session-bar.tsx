'use client';

import { type ProgressSegment, ProgressSegments } from '@/components/ui/progress-segments';

type SessionBarProps = {
  label: string;
  segments: readonly (ProgressSegment & { place: string })[];
};

/** The whole package in one line; a press on a piece leads to its session below. */
export function SessionBar({ label, segments }: SessionBarProps) {
  function show(key: string) {
    const segment = segments.find((each) => each.key === key);
    const row = segment && document.getElementById(segment.place);
    if (!row) return;
    const hidden = row.closest('details');
    if (hidden) hidden.open = true;
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
  }

  return <ProgressSegments label={label} segments={segments} onSelect={show} className="h-4" />;
}
