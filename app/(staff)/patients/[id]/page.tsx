import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { RecordSkeleton } from '@/components/ui/record-skeleton';
import { isVisiblePatient } from '@/db/reads/visible-record';
import { patientPageQuery } from '@/lib/patients/input';
import { PatientContent } from './patient-content';

type PatientPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  // A name in a browser tab is read by whoever stands behind the desk.
  return { title: (await getTranslations('patients'))('patientTitle') };
}

export default async function PatientPage({ params, searchParams }: PatientPageProps) {
  const { scope, account } = await pageAccount('patient.read');
  const patientId = (await params).id;
  // Asked first: once a page is on its way it cannot be one that does not exist.
  if (!(await isVisiblePatient(scope, patientId))) notFound();
  const query = patientPageQuery.parse(await searchParams);
  const t = await getTranslations('common');
  return (
    <Suspense fallback={<RecordSkeleton label={t('loading')} />}>
      <PatientContent scope={scope} role={account.role} patientId={patientId} query={query} />
    </Suspense>
  );
}
