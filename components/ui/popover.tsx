'use client';

import { lazy } from 'react';
import { buttonClass } from './button-style';
import { OpensLater } from './opens-later';
import type { PopoverProps } from './popover-props';

const load = () => import('./popover-panel');
const PopoverPanel = lazy(load);

/** A small panel that belongs to the button that opens it. */
export function Popover(props: PopoverProps) {
  const { label, trigger, variant = 'quiet', isIconOnly = false } = props;
  const className = props.triggerClassName ?? buttonClass({ variant, isIconOnly });
  return (
    <OpensLater
      label={trigger === undefined ? undefined : label}
      hasPopup="dialog"
      className={className}
      load={load}
      opened={<PopoverPanel {...props} triggerClassName={className} />}
    >
      {trigger ?? label}
    </OpensLater>
  );
}
