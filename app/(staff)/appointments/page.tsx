import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { ListSkeleton } from '@/components/lists/list-skeleton';
import { listSavedViews } from '@/db/reads/saved-views';
import { isPermitted } from '@/lib/auth/permissions';
import { appointmentListQuery } from '@/lib/lists/appointments/known-query';
import { goToFirstView, knowingViews } from '../first-view';
import { AppointmentList } from './appointment-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('appointments.title') };
}

type AppointmentsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AppointmentsPage({ searchParams }: AppointmentsPageProps) {
  const { account, scope } = await pageAccount('appointment.read');
  const [address, views] = await Promise.all([searchParams, listSavedViews(scope, 'appointments')]);
  goToFirstView('appointments', address, views);
  const t = await getTranslations('lists');
  return (
    <Suspense fallback={<ListSkeleton title={t('appointments.title')} />}>
      <AppointmentList
        scope={scope}
        query={knowingViews(appointmentListQuery.parse(address), views)}
        views={views}
        mayBook={isPermitted(account.role, 'appointment.create')}
        isOwnOnly={account.role === 'provider'}
      />
    </Suspense>
  );
}
