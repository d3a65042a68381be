'use client';

import { LoaderCircle } from 'lucide-react';
import { type ComponentProps, type MouseEvent, type ReactNode, useState } from 'react';
import { type ButtonVariant, buttonClass } from './button-style';
import { Tooltip } from './tooltip';

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant;
  icon?: ReactNode;
  isPending?: boolean;
  isDisabled?: boolean;
  /** Why it cannot be used now. The button stays reachable, so that the reason can be read. */
  disabledReason?: string;
  /** Pressed while it cannot be used: for whoever can show at the fields why. */
  onRefused?: () => void;
};

export function Button({
  variant = 'secondary',
  icon,
  isPending = false,
  isDisabled = false,
  disabledReason,
  onRefused,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const [isReasonShown, setIsReasonShown] = useState(false);
  const isBlocked = isPending || disabledReason !== undefined;

  function guard(event: MouseEvent<HTMLButtonElement>) {
    // A pending button keeps its focus, and a second press of Save must not send twice.
    if (isBlocked) event.preventDefault();
    // A finger has no hover: pressing is how it asks why not.
    if (disabledReason !== undefined) setIsReasonShown(true);
    if (disabledReason !== undefined && !isPending) onRefused?.();
    if (isBlocked) return;
    onClick?.(event);
  }

  const button = (
    <button
      {...rest}
      type={type}
      // What has a reason stays reachable: a disabled button cannot be focused, and nobody would read it.
      disabled={isDisabled && disabledReason === undefined}
      aria-disabled={isBlocked || undefined}
      aria-busy={isPending || undefined}
      onClick={guard}
      className={buttonClass({ variant, className })}
    >
      {isPending ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </button>
  );
  return disabledReason === undefined ? (
    button
  ) : (
    <Tooltip text={disabledReason} isOpen={isReasonShown} onOpenChange={setIsReasonShown}>
      {button}
    </Tooltip>
  );
}
