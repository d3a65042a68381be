import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageScope } from '@/app/session';
import { clinicsAtWork } from '@/app/working-clinic';
import { BookingScreen } from '@/components/booking/booking-screen';
import { bookingOptions } from '@/db/reads/booking-options';
import { patientById } from '@/db/reads/patient-search';
import { isPermitted } from '@/lib/auth/permissions';
import { packageForm } from '@/lib/packages/package-form';
import { createPatient } from '../../patients/actions';
import { bookAppointment, savePackage } from './actions';
import { bookingStart } from './booking-start';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('booking'))('title') };
}

type NewBookingPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewBookingPage({ searchParams }: NewBookingPageProps) {
  const address = await searchParams;
  const scope = await (address.kind === 'single'
    ? pageScope('appointment.create')
    : pageScope('package.create'));
  const [options, { working }] = await Promise.all([bookingOptions(scope), clinicsAtWork(scope)]);
  const { patientId, ...named } = bookingStart(address, options);
  const start = { clinicId: working?.id, ...named };
  const patient = patientId === undefined ? null : await patientById(scope, patientId);
  if (patientId !== undefined && patient === null) notFound();
  const copied =
    typeof address.copy === 'string' ? await packageForm(scope, { packageId: address.copy }) : null;
  if (copied && !copied.ok) notFound();
  return (
    <BookingScreen
      options={options}
      owner={scope.actor.kind === 'user' ? scope.actor.userId : ''}
      patient={patient}
      start={start}
      copy={copied?.value ?? null}
      savePackage={savePackage}
      bookAppointment={bookAppointment}
      createPatient={createPatient}
      mayOverlap={scope.actor.kind === 'user' && isPermitted(scope.actor.role, 'appointment.overlap')}
    />
  );
}
