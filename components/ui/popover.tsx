'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { type ButtonVariant, buttonClass } from './button-style';
import { floatClass } from './control-style';

type PopoverProps = {
  /** The name of button and panel; shown on the button unless `trigger` is given. */
  label: string;
  trigger?: ReactNode;
  variant?: ButtonVariant;
  isIconOnly?: boolean;
  /** Replaces the look of a button, for a trigger such as a card in the calendar. */
  triggerClassName?: string;
  placement?: ComponentProps<typeof AriaPopover>['placement'];
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A small panel that belongs to the button that opens it. */
export function Popover({
  label,
  trigger,
  variant = 'quiet',
  isIconOnly = false,
  triggerClassName,
  placement = 'bottom start',
  children,
}: PopoverProps) {
  return (
    <DialogTrigger>
      <Button
        aria-label={trigger === undefined ? undefined : label}
        className={triggerClassName ?? buttonClass({ variant, isIconOnly })}
      >
        {trigger ?? label}
      </Button>
      <AriaPopover placement={placement} offset={4} className={`${floatClass} max-w-96`}>
        <Dialog aria-label={label} className="p-4 outline-none">
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
