import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  /** One line under the title: who, what, how many. */
  lead?: ReactNode;
  /** Beside the title, such as the state of the thing. */
  mark?: ReactNode;
  /** Only below the second level. */
  breadcrumbs?: readonly { label: string; href: ComponentProps<typeof Link>['href'] }[];
  breadcrumbsLabel?: string;
  /** The one primary action of the page … */
  action?: ReactNode;
  /** … and what else there is, quieter. */
  more?: ReactNode;
};

export function PageHeader({
  title,
  lead,
  mark,
  breadcrumbs,
  breadcrumbsLabel,
  action,
  more,
}: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-4">
      <div className="flex min-w-0 flex-col gap-1">
        {breadcrumbs?.length ? (
          <nav aria-label={breadcrumbsLabel} className="-ms-1">
            <ol className="flex flex-wrap items-center text-sm text-soft">
              {breadcrumbs.map((crumb, level) => (
                <li key={crumb.label} className="flex items-center">
                  {level > 0 ? (
                    <ChevronRight aria-hidden className="size-3.5 text-faint rtl:-scale-x-100" />
                  ) : null}
                  <Link
                    href={crumb.href}
                    className="target flex items-center gap-0.5 rounded-sm px-1 underline-offset-4 hover:text-ink hover:underline"
                  >
                    {/* It leads back up. */}
                    {level === 0 ? (
                      <ChevronLeft aria-hidden className="size-3.5 text-faint rtl:-scale-x-100" />
                    ) : null}
                    {crumb.label}
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 rounded-sm text-lg font-semibold tracking-[-0.01em] text-balance rtl:tracking-normal">
            {title}
          </h1>
          {mark}
        </div>
        {lead ? <div className="text-work text-soft">{lead}</div> : null}
      </div>
      {action || more ? (
        <div className="flex flex-wrap items-center gap-2" data-print="hide">
          {more}
          {action}
        </div>
      ) : null}
    </header>
  );
}
