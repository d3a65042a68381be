'use client';

import { Check } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Header,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components/Menu';
import { buttonClass } from './button-style';
import { floatClass, optionClass } from './control-style';
import type { MenuEntry, MenuProps } from './menu-entry';
import { useOpensAtOnce } from './use-opens-at-once';

/** The menu itself. It comes when it was asked for, so it opens at once, and takes over the focus. */
export default function MenuList({
  label,
  trigger,
  variant = 'quiet',
  isIconOnly = trigger !== undefined,
  isDisabled,
  className,
  groups,
  placement = 'bottom end',
}: MenuProps) {
  const opens = useOpensAtOnce();
  return (
    <MenuTrigger {...opens.trigger}>
      <Button
        {...opens.button}
        aria-label={trigger === undefined ? undefined : label}
        isDisabled={isDisabled}
        className={buttonClass({ variant, isIconOnly, className })}
      >
        {trigger ?? label}
      </Button>
      <Popover placement={placement} offset={4} className={`${floatClass} min-w-52 max-w-80`}>
        <AriaMenu className="max-h-[inherit] divide-y divide-hairline overflow-auto outline-none">
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              id={group.id}
              aria-label={group.title ? undefined : label}
              className="p-1"
              selectionMode={group.onSelect ? 'single' : 'none'}
              disallowEmptySelection
              selectedKeys={group.selected === undefined ? [] : [group.selected]}
              onSelectionChange={(keys) => {
                const [key] = keys;
                if (key !== undefined) group.onSelect?.(String(key));
              }}
            >
              {group.title ? (
                <Header className="px-2 pt-2 pb-1 text-xs font-medium text-soft">{group.title}</Header>
              ) : null}
              {group.entries.map((entry) => (
                <Entry key={entry.id} {...entry} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ id, label, icon, description, href, onAction, isDestructive, isDisabled, lang }: MenuEntry) {
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      href={href}
      onAction={onAction}
      isDisabled={isDisabled}
      className={`${optionClass} ${isDestructive ? 'text-danger' : ''}`}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {icon ? <span className="flex size-4 shrink-0 items-center justify-center">{icon}</span> : null}
          <span className="flex min-w-0 grow flex-col">
            <span lang={lang}>{label}</span>
            {description ? <span className="text-xs text-soft">{description}</span> : null}
          </span>
          {selectionMode === 'none' ? null : (
            <Check aria-hidden className={`size-4 shrink-0 text-accent ${isSelected ? '' : 'invisible'}`} />
          )}
        </>
      )}
    </AriaMenuItem>
  );
}
