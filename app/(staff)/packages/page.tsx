import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { PackageListSkeleton } from '@/components/packages/package-list-skeleton';
import { isPermitted } from '@/lib/auth/permissions';
import { packageListQuery } from '@/lib/package-list/input';
import { PackageList } from './package-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('packages'))('title') };
}

type PackagesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PackagesPage({ searchParams }: PackagesPageProps) {
  const { account, scope } = await pageAccount('package.read');
  const query = packageListQuery.parse(await searchParams);
  return (
    <Suspense fallback={<PackageListSkeleton />}>
      <PackageList
        scope={scope}
        query={query}
        mayBook={isPermitted(account.role, 'package.create')}
        isOwnOnly={account.role === 'provider'}
      />
    </Suspense>
  );
}
