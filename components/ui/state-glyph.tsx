import type { ReactNode } from 'react';

export type State =
  | 'SCHEDULED'
  | 'COMPLETED'
  | 'PENDING'
  | 'FAILED'
  | 'CANCELLED'
  | 'NO_SHOW'
  | 'ARRIVED'
  | 'DRAFT'
  | 'IN_PROGRESS';

/** Every state has its own shape: nobody needs to tell green from grey to read a day. */
const shapes: Record<State, ReactNode> = {
  SCHEDULED: <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  ARRIVED: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <circle cx="8" cy="8" r="2.75" fill="currentColor" />
    </>
  ),
  IN_PROGRESS: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />
    </>
  ),
  COMPLETED: (
    <>
      <circle cx="8" cy="8" r="6.625" fill="currentColor" />
      <path
        d="m5 8.2 2.1 2.1 3.9-4.2"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  PENDING: (
    <circle
      cx="8"
      cy="8"
      r="5.75"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.2 2.3"
    />
  ),
  DRAFT: (
    <rect
      x="2.75"
      y="2.75"
      width="10.5"
      height="10.5"
      rx="2.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.4 2.2"
    />
  ),
  FAILED: (
    <>
      <path
        d="M8 1.9 15 14H1z"
        fill="var(--warn-mark)"
        stroke="var(--warn-mark)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path d="M8 6.2v3.6M8 12v.1" stroke="var(--surface)" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
  CANCELLED: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5.4 8h5.2" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
  NO_SHOW: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <path d="m4.1 11.9 7.8-7.8" stroke="currentColor" strokeWidth="1.75" />
    </>
  ),
};

export const stateColour: Record<State, string> = {
  SCHEDULED: 'text-accent',
  ARRIVED: 'text-accent',
  IN_PROGRESS: 'text-accent',
  COMPLETED: 'text-done',
  PENDING: 'text-faint',
  DRAFT: 'text-faint',
  FAILED: 'text-warn',
  CANCELLED: 'text-faint',
  NO_SHOW: 'text-soft',
};

export function StateGlyph({ state, className = 'size-4' }: { state: State; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className={`shrink-0 ${stateColour[state]} ${className}`}>
      {shapes[state]}
    </svg>
  );
}
