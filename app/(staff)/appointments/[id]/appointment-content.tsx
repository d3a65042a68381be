import { CalendarDays } from 'lucide-react';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
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
import type { Role } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { isPermitted } from '@/lib/auth/permissions';
import { calendarQuery } from '@/lib/calendar/input';
import { localDateOf } from '@/lib/time/wall-clock';
import { cancelAppointment, recordOutcome, rescheduleAppointment } from '../actions';

type AppointmentContentProps = { scope: TenantScope; role: Role; appointmentId: string };

/** An appointment: what there is to do with it, what it is about and what became of it. */
export async function AppointmentContent({ scope, role, appointmentId }: AppointmentContentProps) {
  const appointment = await findAppointment(scope, appointmentId);
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
  const inCalendar = {
    ...calendarQuery.parse({}),
    date: localDateOf(start, clinic.timeZone),
    clinic: clinic.id,
    cancelled: status === 'CANCELLED',
  };

  const may = {
    reschedule: isPermitted(role, 'appointment.reschedule'),
    cancel: isPermitted(role, 'appointment.cancel'),
    outcome: isPermitted(role, 'appointment.outcome'),
    overlap: isPermitted(role, 'appointment.overlap'),
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
          <ButtonLink
            href={calendarHref(inCalendar, appointment.id)}
            prefetch={false}
            icon={<CalendarDays aria-hidden className="size-4" />}
          >
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
