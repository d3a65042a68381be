import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageScope } from '@/app/session';
import { DraftHeld } from '@/components/booking/draft-held';
import { DraftScreen } from '@/components/booking/draft-screen';
import { bookingOptions } from '@/db/reads/booking-options';
import { packageForm } from '@/lib/packages/package-form';
import { createPatient } from '../../../patients/actions';
import { editPackage } from './actions';

type EditPackagePageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: EditPackagePageProps): Promise<Metadata> {
  const found = await packageForm(await pageScope('package.change'), { packageId: (await params).id });
  if (!found.ok) return {};
  return { title: (await getTranslations('booking'))('draft.title', { number: found.value.number }) };
}

export default async function EditPackagePage({ params }: EditPackagePageProps) {
  const scope = await pageScope('package.change');
  const found = await packageForm(scope, { packageId: (await params).id });
  if (!found.ok) notFound();
  const stored = found.value;
  if (stored.hold)
    return <DraftHeld packageId={stored.packageId} number={stored.number} hold={stored.hold} />;
  return (
    <DraftScreen
      options={await bookingOptions(scope)}
      owner={scope.actor.kind === 'user' ? scope.actor.userId : ''}
      stored={stored}
      editPackage={editPackage}
      createPatient={createPatient}
    />
  );
}
