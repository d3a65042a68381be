import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { ListSkeleton } from '@/components/lists/list-skeleton';
import { listSavedViews } from '@/db/reads/saved-views';
import { isPermitted } from '@/lib/auth/permissions';
import { packageListQuery } from '@/lib/lists/packages/known-query';
import { goToFirstView, knowingViews } from '../first-view';
import { PackageList } from './package-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('packages.title') };
}

type PackagesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PackagesPage({ searchParams }: PackagesPageProps) {
  const { account, scope } = await pageAccount('package.read');
  const [address, views] = await Promise.all([searchParams, listSavedViews(scope, 'packages')]);
  goToFirstView('packages', address, views);
  const t = await getTranslations('lists');
  return (
    <Suspense fallback={<ListSkeleton title={t('packages.title')} />}>
      <PackageList
        scope={scope}
        query={knowingViews(packageListQuery.parse(address), views)}
        views={views}
        mayBook={isPermitted(account.role, 'package.create')}
        isOwnOnly={account.role === 'provider'}
      />
    </Suspense>
  );
}
