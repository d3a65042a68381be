'use client';

import type { ComponentProps, ReactNode } from 'react';
import { type ButtonVariant, buttonClass } from './button-style';
import { Tooltip } from './tooltip';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'disabled' | 'aria-label'> & {
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  isDisabled?: boolean;
};

export function IconButton({
  label,
  icon,
  variant = 'quiet',
  isDisabled,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        {...rest}
        disabled={isDisabled}
        aria-label={label}
        className={buttonClass({ variant, isIconOnly: true, className })}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
