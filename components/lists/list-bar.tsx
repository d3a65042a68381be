'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button-style';
import { Select } from '@/components/ui/select';
import { ListSearch } from './list-search';

type ListBarProps = {
  search: { label: string; placeholder: string; value: string; onSearch: (text: string) => void };
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
export function ListBar({ search, chips, filterCount, sort, isFiltered, onClear, isPending }: ListBarProps) {
  const t = useTranslations('lists.filters');
  const [isUnfolded, setIsUnfolded] = useState(false);
  return (
    <fieldset
      data-print="hide"
      data-pending={isPending || undefined}
      className="flex min-w-0 flex-col gap-3 pb-4"
    >
      <legend className="sr-only">{t('label')}</legend>
      <div className="flex items-center gap-2">
        <ListSearch {...search} clearLabel={t('clearSearch')} />
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
        <div className="ms-auto max-md:hidden">
          <SortSelect {...sort} />
        </div>
      </div>
      <div className={`flex flex-wrap items-center gap-2 ${isUnfolded ? '' : 'max-md:hidden'}`}>
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
        <div className="w-full md:hidden">
          <SortSelect {...sort} />
        </div>
      </div>
    </fieldset>
  );
}

function SortSelect({ value, options, onChange }: ListBarProps['sort']) {
  const t = useTranslations('lists');
  return (
    <Select
      label={t('order')}
      isLabelHidden
      value={value}
      options={options}
      onChange={(event) => onChange(event.target.value)}
      className="md:w-48"
    />
  );
}
