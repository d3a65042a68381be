import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { clinicsAtWork } from '@/app/working-clinic';
import { ListSkeleton } from '@/components/lists/list-skeleton';
import { listSavedViews } from '@/db/reads/saved-views';
import { isPermitted } from '@/lib/auth/permissions';
import { appointmentListQuery } from '@/lib/lists/appointments/known-query';
import { firstOfList, goToFirst, knowingFirst } from '../first-view';
import { AppointmentList } from './appointment-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('appointments.title') };
}

type AppointmentsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AppointmentsPage({ searchParams }: AppointmentsPageProps) {
  const { account, scope } = await pageAccount('appointment.read');
  const [address, views, { chosenAmongSeveral }] = await Promise.all([
    searchParams,
    listSavedViews(scope, 'appointments'),
    clinicsAtWork(scope),
  ]);
  const first = firstOfList(views, chosenAmongSeveral?.id ?? null);
  goToFirst('/appointments', address, first);
  const t = await getTranslations('lists');
  return (
    <Suspense fallback={<ListSkeleton title={t('appointments.title')} />}>
      <AppointmentList
        scope={scope}
        query={knowingFirst(appointmentListQuery.parse(address), first)}
        views={views}
        mayBook={isPermitted(account.role, 'appointment.create')}
        isOwnOnly={account.role === 'provider'}
      />
    </Suspense>
  );
}
