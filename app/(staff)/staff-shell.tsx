'use client';

import { CalendarDays, Layers } from 'lucide-react';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { signOutEverywhere } from './actions';

type StaffShellProps = {
  user: { name: string; role: 'admin' | 'scheduler' | 'provider' | 'viewer' };
  mayBook: boolean;
  attention: number;
  children: ReactNode;
};

/** The shell of everything that staff see, with the places that exist. */
export function StaffShell({ user, mayBook, attention, children }: StaffShellProps) {
  const t = useTranslations('shell');
  const roles = useTranslations('roles');
  const leave = async () => {
    // Once a day at most: not worth loading with every page.
    const { signOut } = await import('next-auth/react');
    await signOut({ callbackUrl: '/sign-in' });
  };
  return (
    <Shell
      user={{ ...user, roleLabel: roles(user.role) }}
      home={'/calendar' as Route}
      places={[
        { href: '/calendar' as Route, label: t('calendar'), icon: <CalendarDays aria-hidden /> },
        { href: '/packages' as Route, label: t('packages'), icon: <Layers aria-hidden />, badge: attention },
      ]}
      newBookingHref={mayBook ? ('/bookings/new' as Route) : undefined}
      signOut={leave}
      signOutEverywhere={async () => {
        await signOutEverywhere(undefined);
        await leave();
      }}
    >
      {children}
    </Shell>
  );
}
