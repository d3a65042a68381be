import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { type PackageListQuery, packageListHref } from '@/lib/package-list/input';

type PackagePagerProps = { query: PackageListQuery; previous: string | null; next: string | null };

/** The pages beside this one. By patient there is no newer and older, only what comes before and after. */
export function PackagePager({ query, previous, next }: PackagePagerProps) {
  const t = useTranslations('packages.pages');
  if (previous === null && next === null) return null;
  const isByTime = query.sort !== 'patient';
  const words = isByTime ? { back: t('newer'), on: t('older') } : { back: t('previous'), on: t('next') };
  return (
    <nav aria-label={t('label')} data-print="hide" className="flex items-center justify-between gap-2 pt-4">
      <PageLink
        href={previous === null ? null : packageListHref({ ...query, after: null, before: previous })}
        icon={<ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />}
      >
        {words.back}
      </PageLink>
      <PageLink
        href={next === null ? null : packageListHref({ ...query, before: null, after: next })}
        iconAtEnd={<ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />}
      >
        {words.on}
      </PageLink>
    </nav>
  );
}

type PageLinkProps = {
  href: ReturnType<typeof packageListHref> | null;
  icon?: ReactNode;
  iconAtEnd?: ReactNode;
  children: ReactNode;
};

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
