import { CalendarPlus } from 'lucide-react';
import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AppointmentTable } from '@/components/lists/appointment-table';
import { ListPager } from '@/components/lists/list-pager';
import { PackageTable } from '@/components/packages/package-table';
import { PatientFacts } from '@/components/patients/patient-facts';
import { NoneHere, PatientSection } from '@/components/patients/patient-section';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { readListChoices } from '@/db/reads/list-choices';
import type { Role } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { isPermitted } from '@/lib/auth/permissions';
import { appointmentAddresses } from '@/lib/lists/appointments/input';
import { appointmentListQuery } from '@/lib/lists/appointments/known-query';
import { packageAddresses } from '@/lib/lists/packages/input';
import { packageListQuery } from '@/lib/lists/packages/known-query';
import { type PatientPageQuery, patientPageHref } from '@/lib/patients/input';
import { showPatient } from '@/lib/patients/show-patient';
import { localDateOf } from '@/lib/time/wall-clock';

type PatientContentProps = { scope: TenantScope; role: Role; patientId: string; query: PatientPageQuery };

/** A patient with their packages and visits, and who they are. */
export async function PatientContent({ scope, role, patientId, query }: PatientContentProps) {
  const shown = await showPatient(scope, { patientId, query });
  if (!shown) notFound();
  const [t, { clinics }] = await Promise.all([getTranslations('patients'), readListChoices(scope)]);
  const { patient, packages, upcoming, past } = shown;
  const now = scope.now();
  const clock = { now, hasSeveralZones: new Set(clinics.map(({ timeZone }) => timeZone)).size > 1 };
  const mayBook = isPermitted(role, 'package.create');
  // Nobody waits for a cancelled visit, yet people ask which it was.
  const cancelled = appointmentAddresses.href(
    appointmentListQuery.parse({ q: patient.fileNumber, status: 'CANCELLED' }),
  );
  const page = (part: 'upcoming' | 'past', change: Partial<PatientPageQuery>) =>
    patientPageHref(patient.id, { ...query, ...change }, part) as Route;

  return (
    <>
      <PageHeader
        title={<bdi>{patient.name}</bdi>}
        lead={<span className="ltr">{patient.fileNumber}</span>}
        breadcrumbs={[{ label: t('title'), href: '/patients' }]}
        breadcrumbsLabel={t('breadcrumbs')}
        action={
          mayBook ? (
            <ButtonLink
              href={`/bookings/new?patient=${patient.id}`}
              variant="primary"
              icon={<CalendarPlus aria-hidden className="size-4" />}
            >
              {t('newBooking')}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="grid gap-x-12 gap-y-8 pt-2 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <PatientSection id="packages" title={t('packages.title')}>
            {packages.rows.length === 0 ? (
              <NoneHere title={t('packages.none')}>{mayBook ? t('packages.noneBody') : null}</NoneHere>
            ) : (
              <PackageTable rows={packages.rows} {...clock} subject="package" />
            )}
            {packages.next === null ? null : (
              <ButtonLink
                href={packageAddresses.href(packageListQuery.parse({ q: patient.fileNumber }))}
                className="mt-4"
              >
                {t('packages.all')}
              </ButtonLink>
            )}
          </PatientSection>
          <PatientSection id="upcoming" title={t('upcoming.title')}>
            {upcoming.rows.length === 0 ? (
              <NoneHere title={t('upcoming.none')}>{t('upcoming.noneBody')}</NoneHere>
            ) : (
              <AppointmentTable label={t('upcoming.title')} rows={upcoming.rows} {...clock} subject="visit" />
            )}
            <ListPager
              label={t('upcoming.pages')}
              order="soonest first"
              previousHref={
                upcoming.previous === null
                  ? null
                  : page('upcoming', { upcomingAfter: null, upcomingBefore: upcoming.previous })
              }
              nextHref={
                upcoming.next === null
                  ? null
                  : page('upcoming', { upcomingAfter: upcoming.next, upcomingBefore: null })
              }
            />
            <ButtonLink href={cancelled} variant="quiet" className="mt-2">
              {t('upcoming.cancelled')}
            </ButtonLink>
          </PatientSection>
          <PatientSection id="past" title={t('past.title')}>
            {past.rows.length === 0 ? (
              <NoneHere title={t('past.none')} />
            ) : (
              <AppointmentTable label={t('past.title')} rows={past.rows} {...clock} subject="visit" />
            )}
            <ListPager
              label={t('past.pages')}
              order="newest first"
              previousHref={
                past.previous === null ? null : page('past', { pastAfter: null, pastBefore: past.previous })
              }
              nextHref={past.next === null ? null : page('past', { pastAfter: past.next, pastBefore: null })}
            />
          </PatientSection>
        </div>
        <section aria-labelledby="facts" className="max-xl:order-first">
          <h2 id="facts" className="pb-2 text-base font-semibold">
            {t('facts.title')}
          </h2>
          <PatientFacts patient={patient} today={localDateOf(now, clinics[0]?.timeZone ?? 'UTC')} />
        </section>
      </div>
    </>
  );
}
