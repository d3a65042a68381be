'use client';

import { lazy, Suspense, useState } from 'react';
import { buttonClass } from './button-style';
import type { MenuProps } from './menu-entry';

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
