import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';

type ListPagerProps = {
  /** What the pages are of, where a screen has several lists. */
  label?: string;
  /** In which words the pages follow one another: by time, or one before the other. */
  order: 'newest first' | 'soonest first' | 'by name';
  previousHref: Route | null;
  nextHref: Route | null;
};

/** The pages beside this one. */
export function ListPager({ label, order, previousHref, nextHref }: ListPagerProps) {
  const t = useTranslations('lists.pages');
  if (previousHref === null && nextHref === null) return null;
  const words = {
    'newest first': { back: t('newer'), on: t('older') },
    'soonest first': { back: t('sooner'), on: t('later') },
    'by name': { back: t('previous'), on: t('next') },
  }[order];
  return (
    <nav
      aria-label={label ?? t('label')}
      data-print="hide"
      className="flex items-center justify-between gap-2 pt-4"
    >
      <PageLink href={previousHref} icon={<ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />}>
        {words.back}
      </PageLink>
      <PageLink href={nextHref} iconAtEnd={<ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />}>
        {words.on}
      </PageLink>
    </nav>
  );
}

type PageLinkProps = { href: Route | null; icon?: ReactNode; iconAtEnd?: ReactNode; children: ReactNode };

/** Where there is no page there is no link, but its place stays. */
function PageLink({ href, icon, iconAtEnd, children }: PageLinkProps) {
  if (href === null) return <span />;
  return (
    <ButtonLink href={href} prefetch={false} icon={icon}>
      {children}
      {iconAtEnd}
    </ButtonLink>
  );
}
