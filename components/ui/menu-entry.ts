import type { ReactNode } from 'react';
import type { ButtonVariant } from './button-style';

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
