'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { controlGroupClass } from './control-style';
import { describedBy, FieldDescription, FieldErrors, type FieldText, LabelText, labelClass } from './field';
import { segmentClass } from './segment-style';

/** One part of a date or time, or what stands between two of them. */
export interface HeldSegment {
  type: string;
  text: string;
  /** What it is called; nothing for what only separates. */
  name?: string;
  isEmpty?: boolean;
}

/** What happened to a field before its code was there. */
interface Held {
  /** The part that has the focus. */
  at: string | null;
  /** The digits typed since, and the part that the first of them was typed into. */
  digits: string;
  from: string | null;
  isOpened: boolean;
}

const nothing: Held = { at: null, digits: '', from: null, isOpened: false };

/** Keeps focus and digits for the field that is on its way, and hands them over when it stands in `place`. */
export function useHeld(hasArrived: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const held = useRef<Held>(nothing);

  useEffect(() => {
    if (!hasArrived) return;
    const { at, digits, from, isOpened } = held.current;
    held.current = nothing;
    const part = (type: string | null) => place.current?.querySelector<HTMLElement>(`[data-type="${type}"]`);
    if (digits === '') part(at)?.focus();
    // Each digit is heard by the part that the one before it led to, as if it were typed now.
    else queueMicrotask(() => typeAgain(digits, part(from), () => (at === from ? null : part(at))));
    if (isOpened) place.current?.querySelector<HTMLElement>('[aria-haspopup="dialog"]')?.click();
  }, [hasArrived]);

  const keep = (more: Partial<Held>) => {
    held.current = { ...held.current, ...more };
  };
  return {
    place,
    hold: {
      focus: (at: string | null) => keep({ at }),
      type(digit: string, at: string) {
        const { digits, from } = held.current;
        keep({ digits: digits + digit, from: from ?? at });
      },
      open: () => keep({ isOpened: true }),
    },
  };
}

function typeAgain(
  digits: string,
  first: HTMLElement | null | undefined,
  next: () => HTMLElement | null | undefined,
): void {
  const before = document.activeElement;
  first?.focus();
  for (const data of digits) {
    const key = new InputEvent('beforeinput', {
      data,
      inputType: 'insertText',
      bubbles: true,
      cancelable: true,
    });
    flushSync(() => document.activeElement?.dispatchEvent(key));
  }
  // Who has gone on meanwhile stays there.
  if (before instanceof HTMLElement && before !== document.body) before.focus();
  else next()?.focus();
}

type SegmentsHeldProps = FieldText & {
  id?: string;
  segments: readonly HeldSegment[];
  hold: ReturnType<typeof useHeld>['hold'];
  /** The first sign of interest. */
  reach: () => void;
  isRequired?: boolean;
  /** A clock reads from hours to minutes in every language. */
  isClock?: boolean;
  /** What opens a calendar, for mouse and finger. */
  opens?: ReactNode;
  className?: string;
};

/** A date or time field as it looks, until its code is there. */
export function SegmentsHeld(props: SegmentsHeldProps) {
  const { segments, hold, reach, isRequired, isClock, opens, className = '' } = props;
  const { label, mark, description, errors, isLabelHidden } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const text = { label, mark, description, errors };

  function hear(event: KeyboardEvent, type: string) {
    if (!/^\p{Nd}$/u.test(event.key)) return;
    event.preventDefault();
    hold.type(event.key, type);
  }

  const parts = segments.map((segment, index) =>
    segment.name === undefined ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts stand in the order of the language
      <span key={index} aria-hidden data-type="literal" className={segmentClass}>
        {segment.text}
      </span>
    ) : (
      <span
        key={segment.type}
        id={`${id}-${segment.type}`}
        role="spinbutton" // oxlint-disable-line jsx-a11y/prefer-tag-over-role -- as in the field that takes its place
        tabIndex={0}
        aria-label={segment.name}
        aria-labelledby={`${id}-${segment.type} ${id}-label`}
        aria-valuetext={segment.text}
        aria-valuenow={segment.isEmpty ? undefined : Number(segment.text)}
        aria-required={isRequired || undefined}
        aria-invalid={errors?.length ? true : undefined}
        data-type={segment.type}
        data-placeholder={segment.isEmpty || undefined}
        onFocus={() => {
          hold.focus(segment.type);
          reach();
        }}
        onBlur={() => hold.focus(null)}
        onKeyDown={(event) => hear(event, segment.type)}
        className={`${segmentClass} focus:bg-accent focus:text-accent-on`}
      >
        {segment.text}
      </span>
    ),
  );
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`} onPointerEnter={reach}>
      <span id={`${id}-label`} className={isLabelHidden ? 'sr-only' : labelClass}>
        <LabelText label={label} mark={mark} />
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: as the field is that takes its place */}
      <div
        id={id}
        role="group" // oxlint-disable-line jsx-a11y/prefer-tag-over-role
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy(id, text)}
        data-invalid={errors?.length ? true : undefined}
        dir={isClock ? 'ltr' : undefined}
        className={`${controlGroupClass} ${isClock ? 'px-3 rtl:justify-end' : ''}`}
      >
        {isClock ? (
          parts
        ) : (
          <div className="flex h-full min-w-0 grow items-center overflow-hidden ps-3 [unicode-bidi:isolate]">
            {parts}
          </div>
        )}
        {opens ? (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            onClick={() => {
              hold.open();
              reach();
            }}
            className="flex h-full w-11 shrink-0 cursor-pointer items-center justify-center rounded text-soft"
          >
            {opens}
          </button>
        ) : null}
      </div>
      {description ? <FieldDescription id={`${id}-description`}>{description}</FieldDescription> : null}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  );
}
