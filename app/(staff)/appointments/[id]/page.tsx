import { CalendarDays } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { pageAccount } from '@/app/session';
import { AppointmentActions } from '@/components/appointments/appointment-actions';
import { AppointmentFacts } from '@/components/appointments/appointment-facts';
import { AppointmentHistory } from '@/components/appointments/appointment-history';
import { calendarHref } from '@/components/calendar/address';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { StateMark } from '@/components/ui/state-mark';
import { findAppointment } from '@/db/reads/appointment';
import { listAppointmentHistory } from '@/db/reads/appointment-history';
import { listOverlapsOf } from '@/db/reads/appointment-overlaps';
import { isPermitted } from '@/lib/auth/permissions';
import { calendarQuery } from '@/lib/calendar/input';
import { localDateOf } from '@/lib/time/wall-clock';
import { cancelAppointment, recordOutcome, rescheduleAppointment } from '../actions';

type AppointmentPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  // A name in a browser tab is read by whoever stands behind the desk.
  return { title: (await getTranslations('appointment'))('title') };
}

export default async function AppointmentPage({ params }: AppointmentPageProps) {
  const { scope, account } = await pageAccount('appointment.read');
  const appointment = await findAppointment(scope, (await params).id);
  if (!appointment) notFound();
  const [history, overlaps] = await Promise.all([
    listAppointmentHistory(scope, appointment.id),
    listOverlapsOf(scope, appointment.id),
  ]);
  const [t, state, format] = await Promise.all([
    getTranslations('appointment'),
    getTranslations('states'),
    getFormatter(),
  ]);
  const { clinic, start, patient, status, service } = appointment;
  const day = calendarHref({
    ...calendarQuery.parse({}),
    date: localDateOf(start, clinic.timeZone),
    clinic: clinic.id,
  });

  const may = {
    reschedule: isPermitted(account.role, 'appointment.reschedule'),
    cancel: isPermitted(account.role, 'appointment.cancel'),
    outcome: isPermitted(account.role, 'appointment.outcome'),
    overlap: isPermitted(account.role, 'appointment.overlap'),
  };

  return (
    <div className="max-w-5xl">
      <PageHeader
        title={<bdi>{patient.name}</bdi>}
        mark={<StateMark state={status} label={state(status)} />}
        lead={`${format.dateTime(start, 'visit', { timeZone: clinic.timeZone })} · ${service?.name ?? t('noService')}`}
        action={
          <AppointmentActions
            look="page"
            may={may}
            actions={{ rescheduleAppointment, cancelAppointment, recordOutcome }}
            visit={{
              id: appointment.id,
              version: appointment.version,
              number: appointment.number,
              status,
              start,
              end: appointment.end,
              timeZone: clinic.timeZone,
              clinicId: clinic.id,
              patientName: patient.name,
              serviceName: service?.name ?? null,
              providerId: appointment.provider.id,
              providerName: appointment.provider.name,
              sessionNumber: appointment.package?.sessionNumber ?? null,
              packageNumber: appointment.package?.number ?? null,
            }}
          />
        }
        more={
          <ButtonLink href={day} prefetch={false} icon={<CalendarDays aria-hidden className="size-4" />}>
            {t('showDay')}
          </ButtonLink>
        }
      />
      <div className="grid gap-x-12 gap-y-8 pt-2 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-label={t('details')}>
          <AppointmentFacts {...appointment} overlaps={overlaps} />
        </section>
        <section aria-labelledby="history">
          <h2 id="history" className="pb-3 text-base font-semibold">
            {t('history')}
          </h2>
          <AppointmentHistory events={history} timeZone={clinic.timeZone} />
        </section>
      </div>
    </div>
  );
}
