import { CalendarPlus, Layers, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { PackageListHref } from '@/lib/package-list/input';

type PackageListEmptyProps = {
  /** The list without its filters; null when there are none, so that there really is no package. */
  clearHref: PackageListHref | null;
  mayBook: boolean;
  /** A provider sees packages of their own only. */
  isOwnOnly: boolean;
};

export function PackageListEmpty({ clearHref, mayBook, isOwnOnly }: PackageListEmptyProps) {
  const t = useTranslations('packages');
  if (clearHref !== null) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t('noMatchTitle')}
        action={<ButtonLink href={clearHref}>{t('filters.clear')}</ButtonLink>}
      >
        {t('noMatchBody')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Layers aria-hidden />}
      title={t('noneTitle')}
      action={
        mayBook ? (
          <ButtonLink
            href="/bookings/new"
            variant="primary"
            icon={<CalendarPlus aria-hidden className="size-4" />}
          >
            {t('newBooking')}
          </ButtonLink>
        ) : undefined
      }
    >
      {t(isOwnOnly ? 'noneYours' : 'noneBody')}
    </EmptyState>
  );
}
