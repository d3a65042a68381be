'use client';

import type { ComponentProps, ReactElement } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components/Tooltip';

type TooltipProps = {
  text: string;
  placement?: ComponentProps<typeof AriaTooltip>['placement'];
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** One element that can have focus and spreads its props: a button or a link. */
  children: ReactElement<ComponentProps<'button'>, string>;
};

export function Tooltip({ text, placement = 'top', isOpen, onOpenChange, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={100} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Focusable>{children}</Focusable>
      <AriaTooltip
        placement={placement}
        offset={8}
        className="max-w-72 rounded-sm bg-ink px-2 py-1 text-xs text-paper shadow-float transition-opacity data-entering:opacity-0 data-exiting:opacity-0"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
