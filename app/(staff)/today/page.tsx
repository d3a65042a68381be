import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { clinicsAtWork } from '@/app/working-clinic';
import { calendarHref } from '@/components/calendar/address';
import { TodaySkeleton } from '@/components/today/today-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { calendarQuery } from '@/lib/calendar/input';
import { localDateOf } from '@/lib/time/wall-clock';
import { todayQuery } from '@/lib/today/input';
import { TodayContent } from './today-content';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') };
}

type TodayPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TodayPage({ searchParams }: TodayPageProps) {
  const { scope, account } = await pageAccount('appointment.read');
  const asked = todayQuery.parse(await searchParams);
  const [t, { clinics, working }] = await Promise.all([getTranslations('today'), clinicsAtWork(scope)]);
  const clinic = clinics.find(({ id }) => id === asked.clinic) ?? working;
  if (!clinic) return <EmptyState title={t('noClinicTitle')}>{t('noClinicBody')}</EmptyState>;

  // Only days that are over have a page of their own here; what is to come stands in the calendar.
  const isToCome = asked.date !== null && asked.date > localDateOf(scope.now(), clinic.timeZone);
  if (isToCome) redirect(calendarHref({ ...calendarQuery.parse({}), clinic: clinic.id, date: asked.date }));

  return (
    <Suspense key={`${clinic.id} ${asked.date}`} fallback={<TodaySkeleton />}>
      <TodayContent scope={scope} role={account.role} clinic={clinic} clinics={clinics} date={asked.date} />
    </Suspense>
  );
}
