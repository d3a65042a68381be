import Link from 'next/link';
import type { ComponentProps } from 'react';

/** The name in a table row that opens it: its press area is the whole row. */
export function RowLink({ className = '', ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={`row-link font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent ${className}`}
    />
  );
}
