import type { ReactNode } from 'react';
import type { ButtonVariant } from './button-style';

export type PopoverProps = {
  /** The name of button and panel; shown on the button unless `trigger` is given. */
  label: string;
  trigger?: ReactNode;
  variant?: ButtonVariant;
  isIconOnly?: boolean;
  /** Replaces the look of a button, for a trigger such as a card in the calendar. */
  triggerClassName?: string;
  placement?: 'bottom start' | 'bottom end';
  children: ReactNode | ((close: () => void) => ReactNode);
};
