import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { chosenClinicId } from '@/app/chosen-clinic';
import { pageAccount } from '@/app/session';
import { TodaySkeleton } from '@/components/today/today-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { listCalendarClinics } from '@/db/reads/calendar-choices';
import { todayQuery } from '@/lib/today/input';
import { TodayContent } from './today-content';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') };
}

type TodayPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TodayPage({ searchParams }: TodayPageProps) {
  const { scope, account } = await pageAccount('appointment.read');
  const asked = todayQuery.parse(await searchParams);
  const [t, clinics, chosen] = await Promise.all([
    getTranslations('today'),
    listCalendarClinics(scope),
    chosenClinicId(scope),
  ]);
  const clinic =
    clinics.find(({ id }) => id === asked.clinic) ?? clinics.find(({ id }) => id === chosen) ?? clinics[0];
  if (!clinic) return <EmptyState title={t('noClinicTitle')}>{t('noClinicBody')}</EmptyState>;

  return (
    <Suspense key={`${clinic.id} ${asked.date}`} fallback={<TodaySkeleton />}>
      <TodayContent scope={scope} role={account.role} clinic={clinic} clinics={clinics} date={asked.date} />
    </Suspense>
  );
}
