'use client';

import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { floatClass } from './control-style';
import type { PopoverProps } from './popover-props';
import { useOpensAtOnce } from './use-opens-at-once';

/** The dialog inside bears the name: without this that of the button would stand a second time, on what has no role. */
const UNNAMED = { 'aria-labelledby': '' };

/** The button of a panel with the panel. */
export default function PopoverPanel({
  label,
  trigger,
  triggerClassName,
  placement = 'bottom start',
  children,
}: PopoverProps) {
  const opens = useOpensAtOnce();
  return (
    <DialogTrigger {...opens.trigger}>
      <Button
        {...opens.button}
        aria-label={trigger === undefined ? undefined : label}
        className={triggerClassName}
      >
        {trigger ?? label}
      </Button>
      <AriaPopover {...UNNAMED} placement={placement} offset={4} className={`${floatClass} max-w-96`}>
        <Dialog aria-label={label} className="p-4 outline-none">
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
