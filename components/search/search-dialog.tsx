'use client';

import { LoaderCircle, Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, TextField } from 'react-aria-components/TextField';
import { buttonClass } from '@/components/ui/button-style';
import { optionClass } from '@/components/ui/control-style';
import { StateGlyph } from '@/components/ui/state-glyph';
import { useSearch } from '@/components/ui/use-search';
import { askSearch } from './ask-search';
import { recentRecords } from './recent-records';
import { hrefOf } from './record-places';
import { byKind, type SearchEntry, useSearchEntries } from './search-entries';

type SearchDialogProps = {
  userId: string;
  isOpen: boolean;
  /** What was typed before the field was there. */
  begun: string;
  /** The field is there, and hears every further key. */
  onFocus: () => void;
  onClose: () => void;
};

/** Finds any record while one types; on a phone it takes the whole screen. */
export function SearchDialog({ isOpen, onClose, ...panel }: SearchDialogProps) {
  const t = useTranslations('search');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onClose}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-veil transition-opacity data-entering:opacity-0 data-exiting:opacity-0 sm:px-6 sm:pt-[10vh]"
    >
      <Modal className="flex h-dvh w-full flex-col overflow-hidden bg-float shadow-float sm:h-auto sm:max-h-[70dvh] sm:max-w-xl sm:rounded">
        <Dialog aria-label={t('title')} className="flex min-h-0 grow flex-col outline-none">
          <SearchPanel {...panel} close={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type SearchPanelProps = Pick<SearchDialogProps, 'userId' | 'begun' | 'onFocus'> & { close: () => void };

function SearchPanel({ userId, begun, onFocus, close }: SearchPanelProps) {
  const t = useTranslations('search');
  const common = useTranslations('common');
  const states = useTranslations('states');
  const router = useRouter();
  const [query, setQuery] = useState(begun);
  const entriesOf = useSearchEntries();
  const [recent] = useState(() => recentRecords(userId));
  const search = useSearch<SearchEntry>(async (typed, signal) =>
    entriesOf(await askSearch({ query: typed, recent }, signal)),
  );
  const groups = byKind(search.items);

  const askAtOnce = useEffectEvent(() => {
    if (begun !== '' || recent.length > 0) search.run(begun);
  });
  useEffect(() => askAtOnce(), []);

  function open(key: string) {
    const entry = search.items.find((item) => item.key === key);
    if (!entry) return;
    close();
    router.push(hrefOf(entry));
  }

  const isTyped = query.trim() !== '';
  return (
    <Autocomplete
      inputValue={query}
      onInputChange={(typed) => {
        setQuery(typed);
        search.run(typed);
      }}
    >
      <TextField
        autoFocus
        onFocus={onFocus}
        type="search"
        aria-label={t('title')}
        className="flex shrink-0 items-center gap-3 border-b border-hairline ps-4 pe-2"
      >
        {search.isLoading ? (
          <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-soft" />
        ) : (
          <Search aria-hidden className="size-4 shrink-0 text-soft" />
        )}
        <Input
          // The arrow keys lead through the list below, which never has the focus itself.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props -- the input that Autocomplete joins to its list
          role="combobox"
          aria-expanded
          placeholder={t('placeholder')}
          className="h-14 w-full min-w-0 bg-transparent text-base outline-none"
        />
        <Button
          slot={null}
          aria-label={common('close')}
          onPress={close}
          className={buttonClass({ variant: 'quiet', isIconOnly: true })}
        >
          <X aria-hidden className="size-4" />
        </Button>
      </TextField>
      <p aria-live="polite" className="sr-only">
        {isTyped && !search.isLoading && !search.hasFailed
          ? t('found', { count: search.items.length })
          : null}
      </p>
      <ListBox
        aria-label={t('results')}
        onAction={(key) => open(String(key))}
        className="min-h-0 grow overflow-y-auto p-2 outline-none empty:hidden"
        renderEmptyState={() => (
          <p className="px-3 py-6 text-center text-work text-soft">
            {search.hasFailed
              ? t('failed')
              : search.isLoading
                ? t('looking')
                : isTyped
                  ? t('nothing')
                  : t('hint')}
          </p>
        )}
      >
        {groups.map(({ kind, entries }) => (
          <ListBoxSection key={kind} id={kind} className="pb-2">
            <Header className="px-2 pt-2 pb-1 text-xs font-medium text-soft">
              {t(isTyped ? `kinds.${kind}` : `recent.${kind}`)}
            </Header>
            <Collection items={entries}>
              {(entry) => (
                <ListBoxItem id={entry.key} textValue={entry.title} className={`${optionClass} min-h-12`}>
                  <span className="flex min-w-0 grow flex-col items-start">
                    <bdi
                      className={`max-w-full truncate font-medium ${entry.kind === 'patient' ? '' : 'ltr'}`}
                    >
                      {entry.title}
                    </bdi>
                    <bdi className="max-w-full truncate text-sm text-soft">{entry.detail}</bdi>
                  </span>
                  {entry.state === null ? null : (
                    <span className="flex shrink-0 items-center gap-1.5 text-xs text-soft">
                      <StateGlyph state={entry.state} className="size-3.5" />
                      {states(entry.state)}
                    </span>
                  )}
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  );
}
