'use client';

import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { TextField } from '@/components/ui/text-field';

const PAUSE_MS = 250;

type ListSearchProps = {
  label: string;
  /** What it looks in. */
  placeholder: string;
  clearLabel: string;
  /** As the address says it. */
  value: string;
  onSearch: (text: string) => void;
};

/** Searches a moment after the last key press, at once on Enter. */
export function ListSearch({ label, placeholder, clearLabel, value, onSearch }: ListSearchProps) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  // The address changed by other means, such as a cleared filter: the field follows. What is being typed
  // while an older answer arrives stays.
  if (value !== asked) {
    setAsked(value);
    if (typed.trim() === asked) setTyped(value);
  }

  function search(text: string, pause: number) {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (text.trim() !== value) onSearch(text.trim());
    }, pause);
  }

  return (
    <search className="min-w-0 flex-1 basis-40 md:w-96 md:flex-none">
      <TextField
        type="search"
        label={label}
        isLabelHidden
        placeholder={placeholder}
        value={typed}
        onChange={(event) => search(event.target.value, PAUSE_MS)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search(typed, 0);
          if (event.key === 'Escape' && typed !== '') search('', 0);
        }}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        end={
          typed === '' ? (
            <Search aria-hidden className="pointer-events-none me-3 size-4 text-soft" />
          ) : (
            <button
              type="button"
              aria-label={clearLabel}
              onClick={() => search('', 0)}
              className="target me-1 flex size-8 items-center justify-center rounded text-soft hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </button>
          )
        }
      />
    </search>
  );
}
