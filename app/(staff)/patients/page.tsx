import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { ListSkeleton } from '@/components/lists/list-skeleton';
import { listSavedViews } from '@/db/reads/saved-views';
import { isPermitted } from '@/lib/auth/permissions';
import { patientListQuery } from '@/lib/lists/patients/known-query';
import { firstOfList, goToFirst, knowingFirst } from '../first-view';
import { PatientList } from './patient-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('patients.title') };
}

type PatientsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PatientsPage({ searchParams }: PatientsPageProps) {
  const { account, scope } = await pageAccount('patient.read');
  const [address, views] = await Promise.all([searchParams, listSavedViews(scope, 'patients')]);
  // A patient belongs to no clinic: who is new has nothing at any yet, and must be found all the same.
  const first = firstOfList(views, null);
  goToFirst('/patients', address, first);
  const t = await getTranslations('lists');
  return (
    <Suspense fallback={<ListSkeleton title={t('patients.title')} />}>
      <PatientList
        scope={scope}
        query={knowingFirst(patientListQuery.parse(address), first)}
        views={views}
        isOwnOnly={account.role === 'provider'}
        mayCreate={isPermitted(account.role, 'patient.create')}
      />
    </Suspense>
  );
}
