'use client';

import { Check, ChevronsUpDown, LoaderCircle } from 'lucide-react';
import { use, useEffect, useEffectEvent, useState } from 'react';
import { UNSAFE_PortalProvider as PortalProvider } from 'react-aria/PortalProvider';
import {
  ComboBox as AriaComboBox,
  Button,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  useFilter,
} from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { AriaField } from './aria-field';
import { controlGroupClass, floatClass, optionClass } from './control-style';
import type { FieldText } from './field';
import { useFieldValue } from './field-value';
import { HiddenInput } from './hidden-input';
import { useSearch } from './use-search';

export type ComboBoxItem = { id: string; label: string; description?: string };

export type ComboBoxProps = FieldText & {
  name?: string;
  id?: string;
  /** Everything there is to choose from … */
  items?: readonly ComboBoxItem[];
  /** … or a search that answers with the best few. Called a moment after the last key press. */
  load?: (query: string, signal: AbortSignal) => Promise<readonly ComboBoxItem[]>;
  value?: ComboBoxItem | null;
  defaultValue?: ComboBoxItem | null;
  onChange?: (item: ComboBoxItem | null) => void;
  placeholder?: string;
  emptyText: string;
  /** What else can be done when nothing is found; it stands in the list, which covers what stands below the box. */
  emptyAction?: { label: string; onPress: () => void; onReach?: () => void } | null;
  loadingText: string;
  /** Said when the search could not be reached. */
  failedText?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  autoFocus?: boolean;
  /** It takes the place of a box that has the focus: what was typed there goes on here. */
  goesOn?: { text: string | null };
  className?: string;
};

export function ComboBox({
  name,
  id,
  items,
  load,
  value,
  defaultValue,
  onChange,
  className = '',
  ...rest
}: ComboBoxProps) {
  const { label, mark, description, errors, isLabelHidden } = rest;
  const chosen = useFieldValue(value, defaultValue ?? null, onChange);
  const [typed, setTyped] = useState<string | null>(null);
  const { contains } = useFilter({ sensitivity: 'base' });
  const search = useSearch(load);

  // Between two searches the box shows the chosen one; what is being typed never erases the choice by itself.
  const text = typed ?? chosen.value?.label ?? '';
  const query = typed ?? '';
  const found = load
    ? search.items
    : (items ?? []).filter((item) => contains(`${item.label} ${item.description ?? ''}`, query));

  const goOn = useEffectEvent(() => {
    const begun = rest.goesOn?.text ?? null;
    if (begun === null) return;
    setTyped(begun);
    search.run(begun);
  });
  // oxlint-disable-next-line react/set-state-in-effect -- the list opens for a text that changes in a box with focus
  useEffect(() => goOn(), []);

  function choose(item: ComboBoxItem | null) {
    setTyped(null);
    if (item?.id !== chosen.value?.id) chosen.change(item);
  }

  return (
    <AriaComboBox
      id={id}
      items={found}
      inputValue={text}
      onInputChange={(next) => {
        setTyped(next);
        search.run(next);
        if (next === '' && chosen.value) chosen.change(null);
      }}
      value={chosen.value?.id ?? null}
      onChange={(key) =>
        choose(found.find((item) => item.id === key) ?? (key === null ? null : chosen.value))
      }
      onOpenChange={(isOpen) => {
        if (isOpen && typed === null) search.run('');
      }}
      onBlur={() => setTyped(null)}
      allowsEmptyCollection
      isDisabled={rest.isDisabled}
      isRequired={rest.isRequired}
      isInvalid={Boolean(errors?.length) || undefined}
      validationBehavior="aria"
      className={`flex min-w-0 flex-col gap-1 ${className}`}
    >
      <OpensWhileTyping text={typed === chosen.value?.label ? '' : query} />
      <PageStaysInReach />
      <AriaField {...{ label, mark, description, errors, isLabelHidden }}>
        <Group className={controlGroupClass}>
          <Input
            placeholder={rest.placeholder}
            autoFocus={rest.autoFocus || rest.goesOn !== undefined}
            className="h-full w-full min-w-0 bg-transparent ps-3 outline-none"
          />
          <Button className="flex h-full w-11 shrink-0 cursor-pointer items-center justify-center text-soft">
            {search.isLoading ? (
              <LoaderCircle aria-hidden className="size-4 animate-spin" />
            ) : (
              <ChevronsUpDown aria-hidden className="size-4" />
            )}
          </Button>
        </Group>
      </AriaField>
      <PortalProvider getContainer={mainOfPage}>
        <Popover offset={4} className={`${floatClass} w-(--trigger-width) min-w-60`}>
          <ListBox<ComboBoxItem>
            className="max-h-80 overflow-auto p-1 outline-none"
            renderEmptyState={() => (
              <p className="px-2 py-3 text-sm text-soft">
                {search.isLoading ? rest.loadingText : search.hasFailed ? rest.failedText : rest.emptyText}
              </p>
            )}
          >
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.label} className={optionClass}>
                {({ isSelected }) => (
                  <>
                    <span className="min-w-0 grow truncate">{item.label}</span>
                    {item.description ? (
                      <span className="max-w-1/2 shrink-0 truncate text-xs text-soft">
                        {item.description}
                      </span>
                    ) : null}
                    <Check aria-hidden className={isSelected ? 'size-4 shrink-0 text-accent' : 'hidden'} />
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
          {rest.emptyAction && found.length === 0 && !search.isLoading && !search.hasFailed ? (
            <button
              type="button"
              tabIndex={-1}
              // The focus stays in the box, or the list would be gone before it is pressed.
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={rest.emptyAction.onReach}
              onClick={rest.emptyAction.onPress}
              className="flex min-h-touch w-full items-center border-t border-hairline px-3 text-start text-work font-medium text-accent hover:bg-ink/6"
            >
              {rest.emptyAction.label}
            </button>
          ) : null}
        </Popover>
      </PortalProvider>
      {name ? (
        <HiddenInput
          name={name}
          value={chosen.value?.id ?? ''}
          isDisabled={rest.isDisabled}
          onReset={() => {
            setTyped(null);
            chosen.reset();
          }}
        />
      ) : null}
    </AriaComboBox>
  );
}

/**
 * The list opens by itself for a text that changes while the box has the focus. Letters that come in the same
 * moment as the focus are missed by that, so every new text asks for the list once more.
 */
function OpensWhileTyping({ text }: { text: string }) {
  const state = use(ComboBoxStateContext);
  const openFor = useEffectEvent((searched: string) => {
    if (state && !state.isOpen && searched !== '') state.open(null, 'input');
  });
  useEffect(() => openFor(text), [text]);
  return null;
}

/** The list is part of what the page is about, so it stands in its main part. */
const mainOfPage = () => document.querySelector('main') ?? document.body;

/**
 * An open list would hide the rest of the page from screen readers, yet not from the Tab key: one could stand in a
 * field that is not there. A list closes when one leaves its box, so nothing needs to be hidden: the page is marked as
 * what overlays leave alone, before the box asks (effects of children run first).
 */
function PageStaysInReach() {
  const isOpen = use(ComboBoxStateContext)?.isOpen;
  useEffect(() => {
    if (!isOpen) return undefined;
    const parts = [...document.body.children].filter((part) => !part.hasAttribute(TOP_LAYER));
    for (const part of parts) part.toggleAttribute(TOP_LAYER, true);
    return () => {
      for (const part of parts) part.toggleAttribute(TOP_LAYER, false);
    };
  }, [isOpen]);
  return null;
}

const TOP_LAYER = 'data-react-aria-top-layer';
