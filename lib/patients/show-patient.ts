import { type AppointmentListPage, readAppointmentPage } from '@/db/reads/appointment-list';
import { ANY_APPOINTMENT } from '@/db/reads/appointment-list-matches';
import { type PackageListPage, readPackageList } from '@/db/reads/package-list';
import { ANY_PACKAGE } from '@/db/reads/package-list-matches';
import { findPatient, type PatientDetail } from '@/db/reads/patient';
import type { TenantScope } from '@/db/scope';
import type { PatientPageQuery } from './input';

type Visits = Omit<AppointmentListPage, 'count'>;

export interface PatientView {
  patient: PatientDetail;
  packages: PackageListPage;
  upcoming: Visits;
  past: Visits;
}

const VISITS_AT_ONCE = 10;

/** A patient with their packages and visits, as far as the actor may see them; null when not at all. */
export async function showPatient(
  scope: TenantScope,
  { patientId, query }: { patientId: string; query: PatientPageQuery },
): Promise<PatientView | null> {
  const patient = await findPatient(scope, patientId);
  if (!patient) return null;
  const [packages, upcoming, past] = await Promise.all([
    readPackageList(scope, { ...ANY_PACKAGE, patientId, sort: 'newest', after: null, before: null }),
    readAppointmentPage(scope, {
      ...ANY_APPOINTMENT,
      size: VISITS_AT_ONCE,
      patientId,
      period: 'upcoming',
      sort: 'soonest',
      after: query.upcomingAfter,
      before: query.upcomingBefore,
    }),
    readAppointmentPage(scope, {
      ...ANY_APPOINTMENT,
      size: VISITS_AT_ONCE,
      patientId,
      period: 'past',
      sort: 'latest',
      after: query.pastAfter,
      before: query.pastBefore,
    }),
  ]);
  return { patient, packages, upcoming, past };
}
