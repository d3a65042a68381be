'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button-style';
import { Select } from '@/components/ui/select';
import { ListSearch } from './list-search';

type ListBarProps = {
  /** What is searched for, as chosen last. */
  text: string;
  onSearch: (text: string) => void;
  words: { search: string; placeholder: string };
  /** The filters, as chips. */
  chips: ReactNode;
  /** How many of them are set. */
  filterCount: number;
  sort: {
    value: string;
    options: readonly { value: string; label: string }[];
    onChange: (sort: string) => void;
  };
  /** Whether search or filters narrow the list. */
  isFiltered: boolean;
  onClear: () => void;
  isPending: boolean;
};

/** Search, filters and order of a list. On a phone the filters unfold, so that the rows stay near. */
export function ListBar({
  text,
  onSearch,
  words,
  chips,
  filterCount,
  sort,
  isFiltered,
  onClear,
  isPending,
}: ListBarProps) {
  const t = useTranslations('lists.filters');
  const order = useTranslations('lists')('order');
  const [isUnfolded, setIsUnfolded] = useState(false);
  const folded = isUnfolded ? '' : 'max-md:hidden';
  return (
    <fieldset data-print="hide" data-pending={isPending || undefined} className="min-w-0 pb-4">
      <legend className="sr-only">{t('label')}</legend>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3">
        <ListSearch
          label={words.search}
          placeholder={words.placeholder}
          value={text}
          onSearch={onSearch}
          clearLabel={t('clearSearch')}
        />
        <button
          type="button"
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded(!isUnfolded)}
          className={buttonClass({ className: 'md:hidden' })}
        >
          <SlidersHorizontal aria-hidden className="size-4" />
          {t('filters')}
          {filterCount > 0 ? <Badge tone="accent">{filterCount}</Badge> : null}
        </button>
        {/* Beside the search on a desk; below the filters on a phone, where it unfolds with them. */}
        <Select
          label={order}
          isLabelHidden
          value={sort.value}
          options={sort.options}
          onChange={(event) => sort.onChange(event.target.value)}
          className={`w-full max-md:order-last md:ms-auto md:w-48 ${folded}`}
        />
        <div className={`flex basis-full flex-wrap items-center gap-2 ${folded}`}>
          {chips}
          {isFiltered ? (
            <button
              type="button"
              onClick={onClear}
              className="target shrink-0 rounded-sm px-1 text-sm font-medium whitespace-nowrap text-accent underline-offset-4 hover:underline"
            >
              {t('clear')}
            </button>
          ) : null}
        </div>
      </div>
    </fieldset>
  );
}
