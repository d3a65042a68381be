'use client';

import { lazy } from 'react';
import { buttonClass } from './button-style';
import type { MenuProps } from './menu-entry';
import { OpensLater } from './opens-later';

const load = () => import('./menu-list');
const MenuList = lazy(load);

export function Menu(props: MenuProps) {
  const { label, trigger, variant = 'quiet', isDisabled, className } = props;
  const { isIconOnly = trigger !== undefined } = props;
  return (
    <OpensLater
      label={trigger === undefined ? undefined : label}
      hasPopup="menu"
      className={buttonClass({ variant, isIconOnly, className })}
      isDisabled={isDisabled}
      load={load}
      opened={<MenuList {...props} />}
    >
      {trigger ?? label}
    </OpensLater>
  );
}
