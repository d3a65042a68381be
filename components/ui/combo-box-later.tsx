'use client';

import { ChevronsUpDown } from 'lucide-react';
import { memo, useEffect, useId, useRef, useState } from 'react';
import { arrival, useArrived } from './arrival';
import type { ComboBoxItem, ComboBoxProps } from './combo-box';
import { controlGroupClass } from './control-style';
import { describedBy, Field } from './field';
import { isSameControl } from './same-control';

const box = arrival(() => import('./combo-box').then(({ ComboBox }) => ComboBox));

/** Fetches the code of search boxes, for where one is going to be wanted. */
export const reachComboBox = box.reach;

/** A search box whose code and list come when it is reached for; what is typed until then is searched for. */
export const ComboBoxLater = memo(function ComboBoxLater(
  props: ComboBoxProps & { value: ComboBoxItem | null },
) {
  const ComboBox = useArrived(box);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [hasFocus, setFocus] = useState(false);
  // A word that is being put together must not lose its box.
  const [isComposing, setComposing] = useState(false);
  const { label, mark, description, errors, isLabelHidden } = props;
  const text = { label, mark, description, errors, isLabelHidden };
  const ownId = useId();
  const id = props.id ?? ownId;
  const shown = typed ?? props.value?.label ?? '';

  // A page can be typed into before it has come alive.
  const begun = useRef(shown);
  useEffect(() => {
    if (!input.current || input.current !== document.activeElement) return;
    setFocus(true);
    if (input.current.value !== begun.current) setTyped(input.current.value);
    box.reach();
  }, []);

  if (ComboBox && !isComposing) {
    return <ComboBox {...props} goesOn={hasFocus ? { text: typed } : undefined} />;
  }
  return (
    <Field id={id} className={props.className} {...text}>
      <div
        className={controlGroupClass}
        data-invalid={errors?.length ? true : undefined}
        data-focus-within={hasFocus || undefined}
        onPointerEnter={box.reach}
      >
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox" // oxlint-disable-line jsx-a11y/role-has-required-aria-props -- its list is still to come
          aria-expanded={false}
          aria-autocomplete="list"
          aria-required={props.isRequired || undefined}
          aria-invalid={errors?.length ? true : undefined}
          aria-describedby={describedBy(id, text)}
          autoComplete="off"
          spellCheck={false}
          placeholder={props.placeholder}
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            box.reach();
          }}
          onFocus={() => {
            setFocus(true);
            box.reach();
          }}
          onBlur={() => {
            setFocus(false);
            setTyped(null);
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          className="h-full w-full min-w-0 bg-transparent ps-3 outline-none"
        />
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          onClick={() => input.current?.focus()}
          className="flex h-full w-11 shrink-0 cursor-pointer items-center justify-center text-soft"
        >
          <ChevronsUpDown className="size-4" />
        </button>
      </div>
    </Field>
  );
}, isSameControl);
