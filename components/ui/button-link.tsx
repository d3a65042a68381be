import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonVariant, buttonClass } from './button-style';

type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant; icon?: ReactNode };

/** Goes somewhere, so it is a link, however much it looks like a button. */
export function ButtonLink({ variant, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass({ variant, className })}>
      {icon}
      {children}
    </Link>
  );
}
