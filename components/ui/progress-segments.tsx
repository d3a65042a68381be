'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import type { State } from './state-glyph';

export type ProgressSegment = { key: string; state: State; label: string };

type ProgressSegmentsProps = {
  /** What the whole bar says: "5 of 12 completed". */
  label: string;
  segments: readonly ProgressSegment[];
  onSelect?: (key: string) => void;
  className?: string;
};

const fills: Record<State, string> = {
  COMPLETED: 'bg-done',
  SCHEDULED: 'border-[1.5px] border-accent bg-accent-soft',
  ARRIVED: 'bg-accent',
  IN_PROGRESS: 'bg-accent',
  PENDING: 'border border-dashed border-edge',
  DRAFT: 'border border-dashed border-edge',
  FAILED: 'bg-warn-mark',
  CANCELLED: 'bg-edge',
  NO_SHOW:
    'border border-soft bg-[repeating-linear-gradient(-45deg,var(--soft)_0_1.5px,transparent_1.5px_4px)]',
};

/** In so many pieces a border would be all there is to see: what is planned is then a lighter piece. */
const DENSE_FROM = 13;
const denseFills: Record<State, string> = { ...fills, SCHEDULED: 'bg-accent/40' };

/** A cancelled session is a thin line: its place in the row stays, its weight is gone. */
function heights(state: State): string {
  return state === 'CANCELLED' ? 'h-0.5' : 'h-full';
}

/** One piece per session. Tab reaches the bar once; arrow keys walk along it. */
export function ProgressSegments({ label, segments, onSelect, className = '' }: ProgressSegmentsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);

  if (!onSelect) {
    const isDense = segments.length >= DENSE_FROM;
    const shown = isDense ? denseFills : fills;
    return (
      <div className={`flex h-2 items-center ${isDense ? 'gap-px' : 'gap-0.5'} ${className}`}>
        <span className="sr-only">{label}</span>
        {segments.map((segment) => (
          <span
            key={segment.key}
            className={`${heights(segment.state)} min-w-px grow basis-0 rounded-[2px] ${shown[segment.state]}`}
          />
        ))}
      </div>
    );
  }

  function handleKey(event: KeyboardEvent<HTMLDivElement>) {
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const forward = isMirrored ? 'ArrowLeft' : 'ArrowRight';
    const backward = isMirrored ? 'ArrowRight' : 'ArrowLeft';
    const last = segments.length - 1;
    const targets: Record<string, number> = {
      [forward]: Math.min(last, active + 1),
      [backward]: Math.max(0, active - 1),
      Home: 0,
      End: last,
    };
    const next = targets[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={handleKey}
      className={`flex h-2 items-center ${className}`}
    >
      {segments.map((segment, index) => (
        <button
          key={segment.key}
          type="button"
          title={segment.label}
          aria-label={segment.label}
          tabIndex={index === active ? 0 : -1}
          onFocus={() => setActive(index)}
          onClick={() => onSelect(segment.key)}
          // The gap belongs to the button, so that there is no dead pixel between two sessions.
          className="group relative flex h-full min-w-0.5 grow basis-0 items-center px-px outline-none after:absolute after:inset-x-0 after:-inset-y-[18px]"
        >
          <span
            className={`${heights(segment.state)} w-full rounded-[2px] transition-transform group-hover:scale-y-150 group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent ${fills[segment.state]}`}
          />
        </button>
      ))}
    </div>
  );
}
