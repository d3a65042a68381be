import type { ReactNode } from 'react';

type TwoLinesProps = { first: ReactNode; second: ReactNode; title: string };

/** A name, and beneath it, smaller, what tells it from another one. */
export function TwoLines({ first, second, title }: TwoLinesProps) {
  return (
    <span className="flex min-w-0 flex-col">
      <OneLine title={title}>{first}</OneLine>
      <span className="truncate text-xs font-normal text-soft">{second}</span>
    </span>
  );
}

/** Cut at the end of its own direction, so that an Arabic name keeps its beginning among English ones. */
export const OneLine = ({ title, children }: { title: string; children: ReactNode }) => (
  <span dir="auto" title={title} className="block w-fit max-w-full truncate max-md:whitespace-normal">
    {children}
  </span>
);

/* On a phone a row is a card: who and how it stands, then the rest line by line. */
export const PHONE_CARD =
  'max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:items-baseline max-md:gap-x-3 max-md:border-b!';
export const PHONE_FIRST = 'max-md:order-1 max-md:min-w-0';
export const PHONE_SECOND = 'max-md:order-2';
export const PHONE_WHOLE = 'max-md:order-3 max-md:col-span-2';
