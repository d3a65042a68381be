import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { RecordSkeleton } from '@/components/ui/record-skeleton';
import { isVisibleAppointment } from '@/db/reads/visible-record';
import { AppointmentContent } from './appointment-content';

type AppointmentPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  // A name in a browser tab is read by whoever stands behind the desk.
  return { title: (await getTranslations('appointment'))('title') };
}

export default async function AppointmentPage({ params }: AppointmentPageProps) {
  const { scope, account } = await pageAccount('appointment.read');
  const appointmentId = (await params).id;
  // Asked first: once a page is on its way it cannot be one that does not exist.
  if (!(await isVisibleAppointment(scope, appointmentId))) notFound();
  const t = await getTranslations('common');
  return (
    <Suspense fallback={<RecordSkeleton label={t('loading')} />}>
      <AppointmentContent scope={scope} role={account.role} appointmentId={appointmentId} />
    </Suspense>
  );
}
