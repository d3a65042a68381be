import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AccountMenu, type ShellUser } from './account-menu';
import { ConnectionNotice } from './connection-notice';
import { FocusArrival } from './focus-arrival';
import { LanguageSwitch } from './language-switch';
import { Navigation, type Place } from './navigation';
import { NewBooking } from './new-booking';
import { type Outline, PageContent } from './page-content';
import { Mark, Wordmark } from './wordmark';

type ShellProps = {
  user: ShellUser;
  /** Only places that exist and that this user may see. */
  places: readonly Place[];
  /** Of the pages that may be slow to come. */
  outlines: readonly Outline[];
  /** Where the mark leads. */
  home: Route;
  /** None for those who may not book. */
  newBookingHref?: Route;
  search?: ReactNode;
  clinicSwitch?: ReactNode;
  showShortcuts: () => void;
  signOut: () => Promise<unknown>;
  signOutEverywhere: () => Promise<unknown>;
  children: ReactNode;
};

export function Shell({
  user,
  places,
  outlines,
  home,
  newBookingHref,
  search,
  clinicSwitch,
  showShortcuts,
  signOut,
  signOutEverywhere,
  children,
}: ShellProps) {
  const t = useTranslations('shell');
  const name = useTranslations('common')('appName');
  return (
    <div className="min-h-dvh print:block md:grid md:grid-cols-[88px_minmax(0,1fr)] xl:grid-cols-[208px_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed start-4 top-2 z-50 -translate-y-20 rounded bg-accent px-4 py-3 text-work font-medium text-accent-on focus-visible:translate-y-0"
      >
        {t('skipToContent')}
      </a>

      <div
        data-print="hide"
        className="fixed inset-x-0 bottom-0 z-30 border-t border-hairline bg-paper px-2 pb-[env(safe-area-inset-bottom)] md:sticky md:inset-x-auto md:top-0 md:bottom-auto md:h-dvh md:border-t-0 md:border-e md:px-2 md:pb-0 xl:px-3"
      >
        <Navigation
          places={places}
          brand={
            <Link
              href={home}
              aria-label={name}
              className="hidden h-14 items-center justify-center rounded md:flex xl:justify-start xl:px-3 focus-visible:-outline-offset-4"
            >
              <Wordmark name={name} nameClassName="max-xl:hidden" />
            </Link>
          }
        />
      </div>

      <div className="flex min-w-0 flex-col">
        <header
          data-print="hide"
          className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-hairline bg-paper px-4 md:px-6"
        >
          <Link href={home} aria-label={name} className="target rounded md:hidden">
            <Mark />
          </Link>
          <div className="min-w-0 grow md:max-w-96">{search}</div>
          <div className="ms-auto flex items-center gap-2">
            {clinicSwitch}
            {newBookingHref ? <NewBooking href={newBookingHref} /> : null}
            <LanguageSwitch className="max-md:hidden" />
            <AccountMenu {...{ user, showShortcuts, signOut, signOutEverywhere }} />
          </div>
        </header>
        <ConnectionNotice />
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 grow px-4 pt-5 pb-(--page-end) outline-none md:px-6 md:pt-6"
        >
          <PageContent outlines={outlines}>{children}</PageContent>
        </main>
        <FocusArrival />
      </div>
    </div>
  );
}
