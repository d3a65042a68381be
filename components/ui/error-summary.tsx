'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';

export type SummaryError = {
  /** The id of the field or group that it is about; none for a fault of the whole form. */
  fieldId?: string;
  message: string;
};

type ErrorSummaryProps = { title: string; errors: readonly SummaryError[]; className?: string };

const focusable = 'input:not([type=hidden]):not(:disabled), select, textarea, button, [tabindex="0"]';

/** Goes to the control itself, or to the first one inside a group of them. */
function focusField(id: string) {
  const field = document.getElementById(id);
  if (!field) return;
  const control = field.matches(focusable) ? field : field.querySelector<HTMLElement>(focusable);
  (control ?? field).focus();
}

const keyOf = ({ fieldId, message }: SummaryError) => `${fieldId}:${message}`;

/**
 * What is wrong, at the top of the form: takes the focus when something comes into it, never when something is
 * mended, and each line leads to its field.
 */
export function ErrorSummary({ title, errors, className = '' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const told = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const keys = new Set(errors.map(keyOf));
    const hasNews = [...keys].some((key) => !told.current.has(key));
    told.current = keys;
    if (hasNews) box.current?.focus();
  }, [errors]);

  if (!errors.length) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className={`flex gap-3 rounded bg-danger-soft p-4 text-ink outline-none ${className}`}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="text-work font-semibold">{title}</p>
        <ul className="flex flex-col">
          {errors.map((error) => (
            <li key={keyOf(error)}>
              {error.fieldId ? (
                <a
                  href={`#${error.fieldId}`}
                  onClick={(event) => {
                    event.preventDefault();
                    focusField(error.fieldId ?? '');
                  }}
                  className="inline-flex min-h-6 items-center text-work underline decoration-danger/50 underline-offset-2 hover:decoration-danger coarse:min-h-touch"
                >
                  {error.message}
                </a>
              ) : (
                <span className="text-work">{error.message}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
