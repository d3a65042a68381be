'use client';

import { CalendarDays, Layers, Sun, TriangleAlert, UsersRound } from 'lucide-react';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { SearchButton } from '@/components/search/search-button';
import { ClinicSwitch } from '@/components/shell/clinic-switch';
import type { GoTo } from '@/components/shell/go-to';
import type { Place } from '@/components/shell/navigation';
import { Shell } from '@/components/shell/shell';
import { useShortcutsOn } from '@/components/shell/shortcut-setting';
import { Shortcuts } from '@/components/shell/shortcuts';
import { MissingContext } from '@/components/ui/use-missing';
import type { NavigationCounts } from '@/db/reads/package-counts';
import { signOutEverywhere } from './actions';
import { useOutlines } from './use-outlines';

type StaffShellProps = {
  user: { id: string; name: string; role: 'admin' | 'scheduler' | 'provider' | 'viewer' };
  mayBook: boolean;
  counts: NavigationCounts;
  clinics: readonly { id: string; name: string }[];
  workingClinicId: string | null;
  children: ReactNode;
};

/** The shell of everything that staff see, with the places that exist. */
export function StaffShell({ user, mayBook, counts, clinics, workingClinicId, children }: StaffShellProps) {
  const roles = useTranslations('roles');
  const common = useTranslations('common');
  const places = usePlaces(counts);
  const outlines = useOutlines();
  const goTo = useGoTo();
  const areKeysOn = useShortcutsOn();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const leave = async () => {
    // Once a day at most: not worth loading with every page.
    const { signOut } = await import('next-auth/react');
    await signOut({ callbackUrl: '/sign-in' });
  };
  const missing = {
    message: common('notLoaded'),
    retryLabel: common('retry'),
    closeLabel: common('close'),
  };
  return (
    <MissingContext value={missing}>
      <Shell
        user={{ ...user, roleLabel: roles(user.role) }}
        home={'/today' as Route}
        places={places}
        outlines={outlines}
        newBookingHref={mayBook ? ('/bookings/new' as Route) : undefined}
        search={<SearchButton userId={user.id} areKeysOn={areKeysOn} />}
        clinicSwitch={<ClinicSwitch clinics={clinics} workingId={workingClinicId} userId={user.id} />}
        showShortcuts={() => setIsHelpOpen(true)}
        signOut={leave}
        signOutEverywhere={async () => {
          await signOutEverywhere(undefined);
          await leave();
        }}
      >
        {children}
        <Shortcuts places={goTo} mayBook={mayBook} isHelpOpen={isHelpOpen} onHelpChange={setIsHelpOpen} />
      </Shell>
    </MissingContext>
  );
}

function usePlaces({ openPackages, needAttention, endingSoon }: NavigationCounts): Place[] {
  const t = useTranslations('shell');
  const badge = (count: number, name: 'openPackages' | 'needAttention' | 'endingSoon') => ({
    count,
    label: t(`badges.${name}`, { count }),
    tone: name === 'needAttention' ? ('warn' as const) : ('neutral' as const),
  });
  return [
    { href: '/today' as Route, label: t('today'), icon: <Sun aria-hidden /> },
    {
      href: '/calendar' as Route,
      label: t('calendar'),
      icon: <CalendarDays aria-hidden />,
      holds: ['/appointments'],
    },
    {
      href: '/packages' as Route,
      label: t('packages'),
      icon: <Layers aria-hidden />,
      badges: [badge(openPackages, 'openPackages')],
    },
    {
      href: '/patients' as Route,
      label: t('patients'),
      icon: <UsersRound aria-hidden />,
    },
    {
      href: '/attention' as Route,
      label: t('attention'),
      icon: <TriangleAlert aria-hidden />,
      badges: [badge(needAttention, 'needAttention'), badge(endingSoon, 'endingSoon')],
    },
  ];
}

/** The same for the keys: `g` and then the letter. */
function useGoTo(): GoTo[] {
  const t = useTranslations('shell');
  return useMemo(
    () => [
      { letter: 't', href: '/today' as Route, label: t('today') },
      { letter: 'c', href: '/calendar' as Route, label: t('calendar') },
      { letter: 'v', href: '/appointments' as Route, label: t('appointments') },
      { letter: 'p', href: '/packages' as Route, label: t('packages') },
      { letter: 'i', href: '/patients' as Route, label: t('patients') },
      { letter: 'a', href: '/attention' as Route, label: t('attention') },
    ],
    [t],
  );
}
