import type { Route } from 'next';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export interface AppointmentFactsProps {
  number: string;
  start: number;
  end: number;
  notes: string;
  overlapReason: string | null;
  patient: { id: string; name: string; fileNumber: string };
  /** Visits at the same time, on purpose. */
  overlaps: readonly OverlappingVisit[];
  provider: { name: string };
  clinic: { name: string; timeZone: string };
  roomName: string | null;
  service: { name: string; colour: string } | null;
  package: {
    id: string;
    number: string;
    sessionNumber: number;
    sessionCount: number;
    /** The session is owed again and waits for another visit. */
    isFormer: boolean;
  } | null;
}

export interface OverlappingVisit {
  appointmentId: string | null;
  patientName: string | null;
  start: number;
  end: number;
  shares: readonly ('provider' | 'pause' | 'patient' | 'room')[];
  overlapReason: string | null;
}

/** Everything an appointment is, labels beside values. */
export function AppointmentFacts(appointment: AppointmentFactsProps) {
  const t = useTranslations('appointment');
  const common = useTranslations('common');
  const format = useFormatter();
  const { start, end, clinic, patient, service, notes } = appointment;
  const { timeZone } = clinic;
  const time = (instant: number) => format.dateTime(instant, 'time', { timeZone });
  return (
    <dl className="divide-y divide-hairline border-y border-hairline">
      <Fact label={t('when')}>
        <span className="font-medium">{format.dateTime(start, 'fullDay', { timeZone })}</span>
        <span className="ltr font-medium">{`${time(start)} – ${time(end)}`}</span>
        <Quiet>{common('minutes', { count: Math.round((end - start) / 60_000) })}</Quiet>
        <Quiet>{t('clinicTime', { zone: timeZone })}</Quiet>
      </Fact>
      <Fact label={t('patient')}>
        <Link
          href={`/patients/${patient.id}` as Route}
          className="target rounded-sm font-medium text-accent underline-offset-4 hover:underline"
        >
          <bdi>{patient.name}</bdi>
        </Link>
        <Quiet>{t('fileNumber', { number: patient.fileNumber })}</Quiet>
      </Fact>
      <Fact label={t('service')}>
        {service ? (
          <span className="flex items-baseline gap-2">
            <span
              aria-hidden
              className="h-4 w-[3px] shrink-0 self-center rounded-full"
              style={{ backgroundColor: service.colour }}
            />
            {service.name}
          </span>
        ) : (
          <Quiet>{t('noService')}</Quiet>
        )}
      </Fact>
      <Fact label={t('provider')}>{appointment.provider.name}</Fact>
      <Fact label={t('clinic')}>{clinic.name}</Fact>
      <Fact label={t('room')}>{appointment.roomName ?? <Quiet>{t('noRoom')}</Quiet>}</Fact>
      <Fact label={t('package')}>
        <PackageOf visit={appointment.package} />
      </Fact>
      {appointment.overlaps.length > 0 ? (
        <Fact label={t('overlap')}>
          <Overlaps {...appointment} />
        </Fact>
      ) : null}
      <Fact label={t('notes')}>
        {notes ? (
          <span dir="auto" className="min-w-0 wrap-anywhere whitespace-pre-line">
            {notes}
          </span>
        ) : (
          <Quiet>{t('noNotes')}</Quiet>
        )}
      </Fact>
      <Fact label={t('number')}>
        <span className="ltr select-all">{appointment.number}</span>
      </Fact>
    </dl>
  );
}

function PackageOf({ visit }: { visit: AppointmentFactsProps['package'] }) {
  const t = useTranslations('appointment');
  if (!visit) return <Quiet>{t('single')}</Quiet>;
  return (
    <>
      <Link
        href={`/packages/${visit.id}`}
        className="target ltr rounded-sm font-medium text-accent underline-offset-4 hover:underline"
      >
        {visit.number}
      </Link>
      <span>
        {t(visit.isFormer ? 'was' : 'sessionOf', { number: visit.sessionNumber, count: visit.sessionCount })}
      </span>
    </>
  );
}

/** With whom it shares its time, and why; the other visit is marked in the same way. */
function Overlaps({ overlaps, overlapReason, clinic: { timeZone } }: AppointmentFactsProps) {
  const t = useTranslations('appointment');
  const format = useFormatter();
  const time = (instant: number) => format.dateTime(instant, 'time', { timeZone });
  const reason = overlapReason ?? overlaps.find((visit) => visit.overlapReason !== null)?.overlapReason;
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded bg-warn-soft px-3 py-2">
      {overlaps.map((visit) => {
        const words = t('overlapsWith', {
          named: visit.patientName === null ? 'no' : 'yes',
          patient: visit.patientName ?? '',
          from: time(visit.start),
          to: time(visit.end),
        });
        return (
          <p key={`${visit.start} ${visit.appointmentId}`} className="flex flex-wrap items-baseline gap-x-3">
            {visit.appointmentId === null ? (
              <span className="font-medium">{words}</span>
            ) : (
              <Link
                href={`/appointments/${visit.appointmentId}`}
                className="target rounded-sm font-medium underline underline-offset-4"
              >
                {words}
              </Link>
            )}
            <Quiet>{format.list(visit.shares.map((what) => t(`overlapShares.${what}`)))}</Quiet>
          </p>
        );
      })}
      {reason ? (
        <p dir="auto" className="wrap-anywhere">
          {t('reasonGiven', { reason })}
        </p>
      ) : null}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-x-4 gap-y-0.5 py-2.5 sm:flex-row">
      <dt className="w-40 shrink-0 text-sm leading-6 text-soft">{label}</dt>
      <dd className="flex min-w-0 flex-wrap items-baseline gap-x-3 leading-6">{children}</dd>
    </div>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => (
  <span className="text-sm leading-6 text-soft">{children}</span>
);
