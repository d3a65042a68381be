import type { ComponentProps, ReactNode } from 'react';

/* A plain table on a desk; on a phone each row becomes a card of label and value. */

export function Table({
  label,
  children,
  className = '',
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <table
      aria-label={label}
      className={`w-full border-collapse text-start text-work max-md:block ${className}`}
    >
      {children}
    </table>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="max-md:sr-only">
      <tr>{children}</tr>
    </thead>
  );
}

type HeadCellProps = {
  children: ReactNode;
  isNumeric?: boolean;
  isLabelHidden?: boolean;
  className?: string;
} & Pick<ComponentProps<'th'>, 'aria-sort'>;

export function HeadCell({ children, isNumeric, isLabelHidden, className = '', ...rest }: HeadCellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={`sticky top-0 z-10 h-9 border-b border-hairline bg-paper px-3 text-xs font-medium whitespace-nowrap text-soft first:ps-2 last:pe-2 ${isNumeric ? 'text-end' : 'text-start'} ${className}`}
    >
      <span className={isLabelHidden ? 'sr-only' : ''}>{children}</span>
    </th>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody className="max-md:flex max-md:flex-col max-md:divide-y max-md:divide-hairline">{children}</tbody>
  );
}

type RowProps = { children: ReactNode; isSelected?: boolean; isMuted?: boolean; className?: string };

/** A `RowLink` in one of its cells makes the whole row open it. */
export function Row({ children, isSelected, isMuted, className = '' }: RowProps) {
  return (
    <tr
      className={`relative border-b border-hairline transition-colors has-[.row-link]:hover:bg-sunken max-md:block max-md:border-0 max-md:py-3 ${isSelected ? 'bg-accent-soft' : ''} ${isMuted ? 'text-faint' : ''} ${className}`}
    >
      {children}
    </tr>
  );
}

type CellProps = {
  children: ReactNode;
  /** The column's name again, for the card on a phone; none where the value speaks for itself. */
  label?: string;
  isNumeric?: boolean;
  isHeader?: boolean;
  /** Above a row's link, so that a button in it can be pressed. */
  isInteractive?: boolean;
  className?: string;
};

export function Cell({ children, label, isNumeric, isHeader, isInteractive, className = '' }: CellProps) {
  const look = `h-row px-3 py-1 md:first:ps-2 md:last:pe-2 max-md:flex max-md:h-auto max-md:items-baseline max-md:gap-3 max-md:px-0 ${
    isNumeric ? 'md:text-end' : 'text-start'
  } ${isInteractive ? 'relative z-10' : ''} ${className}`;
  const content = (
    <>
      {label ? (
        <span aria-hidden className="w-24 shrink-0 text-xs text-soft md:hidden">
          {label}
        </span>
      ) : null}
      {label || isNumeric ? <span className={isNumeric ? 'ltr' : 'min-w-0'}>{children}</span> : children}
    </>
  );
  if (isHeader) {
    return (
      <th scope="row" className={`font-medium ${look}`}>
        {content}
      </th>
    );
  }
  return <td className={look}>{content}</td>;
}
