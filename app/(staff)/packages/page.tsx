import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { clinicsAtWork } from '@/app/working-clinic';
import { ListSkeleton } from '@/components/lists/list-skeleton';
import { listSavedViews } from '@/db/reads/saved-views';
import { isPermitted } from '@/lib/auth/permissions';
import { packageListQuery } from '@/lib/lists/packages/known-query';
import { firstOfList, goToFirst, knowingFirst } from '../first-view';
import { PackageList } from './package-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('packages.title') };
}

type PackagesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PackagesPage({ searchParams }: PackagesPageProps) {
  const { account, scope } = await pageAccount('package.read');
  const [address, views, { chosenAmongSeveral }] = await Promise.all([
    searchParams,
    listSavedViews(scope, 'packages'),
    clinicsAtWork(scope),
  ]);
  const first = firstOfList(views, chosenAmongSeveral?.id ?? null);
  goToFirst('/packages', address, first);
  const t = await getTranslations('lists');
  return (
    <Suspense fallback={<ListSkeleton title={t('packages.title')} />}>
      <PackageList
        scope={scope}
        query={knowingFirst(packageListQuery.parse(address), first)}
        views={views}
        mayBook={isPermitted(account.role, 'package.create')}
        isOwnOnly={account.role === 'provider'}
      />
    </Suspense>
  );
}
