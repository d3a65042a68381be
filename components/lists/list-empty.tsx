import { CalendarPlus, SearchX } from 'lucide-react';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { ListAddress, ListAddresses } from '@/lib/lists/address';

type NothingMatchesProps<Q extends ListAddress> = {
  addresses: ListAddresses<Q>;
  query: Q;
  /** What else is left out without being a filter, and the way to it. */
  beyond?: { body: string; label: string; href: Route } | null;
};

/** Something is left out, and nothing remains: the way back is to leave out less. */
export function NothingMatches<Q extends ListAddress>({ addresses, query, beyond }: NothingMatchesProps<Q>) {
  const t = useTranslations('lists');
  const unfiltered = addresses.withoutFilters(query);
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t('noMatchTitle')}
      action={
        <>
          {beyond ? (
            <ButtonLink href={beyond.href} variant="primary">
              {beyond.label}
            </ButtonLink>
          ) : null}
          {query.q !== '' && addresses.countFilters(query) > 0 ? (
            <ButtonLink
              href={addresses.href({ ...unfiltered, q: query.q })}
              variant={beyond ? 'secondary' : 'primary'}
            >
              {t('filters.searchAll')}
            </ButtonLink>
          ) : null}
          <ButtonLink href={addresses.href(unfiltered)}>{t('filters.clear')}</ButtonLink>
        </>
      }
    >
      {beyond?.body ?? t('noMatchBody')}
    </EmptyState>
  );
}

type NothingYetProps = {
  icon: ReactNode;
  title: string;
  body: string;
  bookingHref: Route | null;
  children?: ReactNode;
};

/** There really is nothing yet; `bookingHref` for those who may change that. */
export function NothingYet({ icon, title, body, bookingHref, children }: NothingYetProps) {
  const t = useTranslations('lists');
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        <>
          {children}
          {bookingHref === null ? null : (
            <ButtonLink
              href={bookingHref}
              variant="primary"
              icon={<CalendarPlus aria-hidden className="size-4" />}
            >
              {t('newBooking')}
            </ButtonLink>
          )}
        </>
      }
    >
      {body}
    </EmptyState>
  );
}
