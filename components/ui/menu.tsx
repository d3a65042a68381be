'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type ButtonVariant, buttonClass } from './button-style';

export type MenuEntry = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** Small, under the label. For an entry that is off it says why. */
  description?: string;
  href?: string;
  onAction?: () => void;
  isDestructive?: boolean;
  isDisabled?: boolean;
  lang?: string;
};

export type MenuGroup = {
  id: string;
  title?: string;
  entries: readonly MenuEntry[];
  /** With it the group is a choice of one, and shows which. */
  selected?: string;
  onSelect?: (id: string) => void;
};

export type MenuProps = {
  /** What the trigger is called; shown unless `trigger` is given. */
  label: string;
  trigger?: ReactNode;
  variant?: ButtonVariant;
  isIconOnly?: boolean;
  isDisabled?: boolean;
  className?: string;
  groups: readonly MenuGroup[];
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'end top';
};

/** What opens a menu says so before the menu's own code is there: it comes with the first sign of interest. */
const load = () => import('./menu-list');
const MenuList = lazy(load);

export function Menu(props: MenuProps) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <MenuButton {...props} isExpanded={isWanted} onNear={() => void load()} onOpen={() => setWanted(true)} />
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <MenuList {...props} />
    </Suspense>
  );
}

type MenuButtonProps = MenuProps & { isExpanded: boolean; onNear: () => void; onOpen: () => void };

function MenuButton({
  label,
  trigger,
  variant = 'quiet',
  isIconOnly = trigger !== undefined,
  isDisabled,
  className,
  isExpanded,
  onNear,
  onOpen,
}: MenuButtonProps) {
  return (
    <button
      type="button"
      aria-label={trigger === undefined ? undefined : label}
      aria-haspopup="menu"
      aria-expanded={isExpanded}
      disabled={isDisabled}
      className={buttonClass({ variant, isIconOnly, className })}
      onPointerEnter={onNear}
      onFocus={onNear}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        onOpen();
      }}
    >
      {trigger ?? label}
    </button>
  );
}
