'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { TextField } from '@/components/ui/text-field';

const PAUSE_MS = 250;

type PackageSearchProps = {
  /** As the address says it. */
  value: string;
  onSearch: (text: string) => void;
};

/** Searches a moment after the last key press, at once on Enter. */
export function PackageSearch({ value, onSearch }: PackageSearchProps) {
  const t = useTranslations('packages.filters');
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
    <search className="w-full md:w-80">
      <TextField
        type="search"
        label={t('search')}
        isLabelHidden
        placeholder={t('placeholder')}
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
              aria-label={t('clearSearch')}
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
