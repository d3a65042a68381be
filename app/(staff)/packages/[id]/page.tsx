import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { RecordSkeleton } from '@/components/ui/record-skeleton';
import { isVisiblePackage } from '@/db/reads/visible-record';
import { PackageContent } from './package-content';

type PackagePageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  // A name in a browser tab is read by whoever stands behind the desk.
  return { title: (await getTranslations('packages'))('packageTitle') };
}

export default async function PackagePage({ params }: PackagePageProps) {
  const { scope, account } = await pageAccount('package.read');
  const packageId = (await params).id;
  // Asked first: once a page is on its way it cannot be one that does not exist.
  if (!(await isVisiblePackage(scope, packageId))) notFound();
  const t = await getTranslations('common');
  return (
    <Suspense fallback={<RecordSkeleton label={t('loading')} />}>
      <PackageContent scope={scope} role={account.role} packageId={packageId} />
    </Suspense>
  );
}
