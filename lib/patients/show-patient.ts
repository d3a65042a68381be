import { type AppointmentListPage, readAppointmentPage } from '@/db/reads/appointment-list';
import { type PackageListPage, readPackageList } from '@/db/reads/package-list';
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

const anyPackage = {
  search: '',
  clinicId: null,
  statuses: [],
  serviceTypeId: null,
  providerId: null,
  startFrom: null,
  startTo: null,
  needsAttention: false,
  endsSoon: false,
};

const anyVisit = {
  search: '',
  clinicId: null,
  providerId: null,
  serviceTypeId: null,
  roomId: null,
  statuses: [],
  from: null,
  to: null,
  isOverlap: false,
  size: 10,
};

/** A patient with their packages and visits, as far as the actor may see them; null when not at all. */
export async function showPatient(
  scope: TenantScope,
  { patientId, query }: { patientId: string; query: PatientPageQuery },
): Promise<PatientView | null> {
  const patient = await findPatient(scope, patientId);
  if (!patient) return null;
  const [packages, upcoming, past] = await Promise.all([
    readPackageList(scope, { ...anyPackage, patientId, sort: 'newest', after: null, before: null }),
    readAppointmentPage(scope, {
      ...anyVisit,
      patientId,
      period: 'upcoming',
      sort: 'soonest',
      after: query.upcomingAfter,
      before: query.upcomingBefore,
    }),
    readAppointmentPage(scope, {
      ...anyVisit,
      patientId,
      period: 'past',
      sort: 'latest',
      after: query.pastAfter,
      before: query.pastBefore,
    }),
  ]);
  return { patient, packages, upcoming, past };
}
