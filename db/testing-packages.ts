import { newId } from '@/lib/ids/new-id';
import { ok } from '@/lib/result/result';
import type { AppointmentStatus, PackageStatus, Row, SessionStatus } from './schema';
import { mintScope } from './scope';
import type { TestDatabase } from './testing';
import { NOW, type World } from './testing-world';
import { transaction } from './transaction';
import { createRecord, type NewRecord } from './writes/records';

/** A session as a test needs it; `at` gives it an appointment of 45 minutes. */
export interface SessionSeed {
  status: SessionStatus;
  at?: number;
  /** Of the appointment; Nora unless said otherwise. */
  provider?: string;
  room?: string;
  reasons?: string;
  attempts?: number;
}

export interface PackageSeed {
  number: string;
  patient?: string;
  clinic?: string;
  service?: string;
  status?: PackageStatus;
  startDate?: string;
  createdAt?: number;
  sessions?: readonly SessionSeed[];
  /** Per session number; Nora for every one unless said otherwise. */
  assigned?: readonly { number: number; provider: string; note?: string }[];
  more?: Partial<Row<'package'>>;
}

const APPOINTMENT_STATUS: Partial<Record<SessionStatus, AppointmentStatus>> = {
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
  NO_SHOW: 'NO_SHOW',
};

/** Adds a package with its sessions, their appointments and assignments; answers its id. */
export async function addPackage(database: TestDatabase, world: World, seed: PackageSeed): Promise<string> {
  const { sessions = [{ status: 'PENDING' }, { status: 'PENDING' }] } = seed;
  const { tenantId, scope } = world;
  const then = mintScope({ tenantId, actor: scope.actor, now: () => seed.createdAt ?? NOW }, database);
  const made = await transaction(then, async (write) => {
    const patient_id = seed.patient ?? world.lina;
    const packageId = await createRecord(write, 'package', packageRecord(world, seed));
    for (const [index, session] of sessions.entries()) {
      const appointment_id =
        session.at === undefined
          ? null
          : await createRecord(write, 'appointment', {
              ...visitRecord(world, session, session.at),
              number: `${seed.number}-visit-${index + 1}`,
              clinic_id: seed.clinic ?? world.clinicId,
              patient_id,
            });
      await createRecord(write, 'session', {
        package_id: packageId,
        number: index + 1,
        status: session.status,
        appointment_id,
        attempts: session.attempts ?? 0,
        reasons: session.reasons ?? '[]',
      });
    }
    const assigned =
      seed.assigned ?? sessions.map((_, index) => ({ number: index + 1, provider: world.nora }));
    const rows = assigned.map(
      ({ number, provider, note = '' }: { number: number; provider: string; note?: string }) => ({
        id: newId(),
        package_id: packageId,
        session_number: number,
        provider_id: provider,
        note,
      }),
    );
    if (rows.length > 0) await write.insert('provider_assignment', rows).execute();
    return ok(packageId);
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

export function packageRecord(world: World, seed: PackageSeed): NewRecord<'package'> {
  return {
    number: seed.number,
    patient_id: seed.patient ?? world.lina,
    clinic_id: seed.clinic ?? world.clinicId,
    service_type_id: seed.service ?? world.serviceTypeId,
    status: seed.status ?? 'DRAFT',
    session_count: Math.max(2, seed.sessions?.length ?? 2),
    duration_minutes: 45,
    start_date: seed.startDate ?? '2027-01-03',
    end_date: '2027-12-31',
    preferred_days: '[]',
    provider_strategy: 'one',
    auto_schedule: 1,
    min_gap_days: 1,
    max_gap_days: null,
    max_per_week: null,
    day_from: null,
    day_to: null,
    notes: '',
    request_key: newId(),
    cancelled_at: null,
    cancelled_by: null,
    cancel_reason: null,
    created_by: null,
    ...seed.more,
  };
}

function visitRecord(world: World, session: SessionSeed, start: number) {
  const end = start + 45 * 60_000;
  return {
    provider_id: session.provider ?? world.nora,
    room_id: session.room ?? null,
    service_type_id: world.serviceTypeId,
    start_at: start,
    end_at: end,
    blocked_from: start,
    blocked_to: end,
    status: APPOINTMENT_STATUS[session.status] ?? ('SCHEDULED' as const),
    overlap_reason: null,
    notes: '',
    request_key: null,
    external_id: null,
    created_by: null,
  };
}
