import type { TenantScope } from '@/db/scope';
import type { TestDatabase } from '@/db/testing';
import { at, atTime, type World } from '@/db/testing-world';
import { newId } from '@/lib/ids/new-id';
import { bookAppointment } from './book-appointment';
import type { BookAppointmentInput, RescheduleAppointmentInput } from './input';

/** Books a visit of Lina with Nora, Monday 4 January 2027 at 09:00 for 45 minutes unless said otherwise. */
export async function book(
  scope: TenantScope,
  world: World,
  change: Partial<BookAppointmentInput> = {},
): Promise<string> {
  const booked = await bookAppointment(scope, {
    requestKey: newId(),
    patientId: world.lina,
    clinicId: world.clinicId,
    serviceTypeId: world.serviceTypeId,
    providerId: world.nora,
    date: '2027-01-04',
    time: '09:00',
    durationMinutes: 45,
    notes: '',
    ...change,
  });
  if (!booked.ok) throw new Error(JSON.stringify(booked.error));
  return booked.value.appointmentId;
}

/** The same person when the visits of Monday and Tuesday are over. */
export const onceOver = (database: TestDatabase, scope: TenantScope): TenantScope =>
  atTime(database, scope, at('2027-01-05', '20:00'));

/** A move of a visit that nobody has changed yet, to Monday 4 January 2027 with Nora. */
export const moveOf = (
  world: World,
  appointmentId: string,
  change: Partial<RescheduleAppointmentInput> = {},
): RescheduleAppointmentInput => ({
  appointmentId,
  version: 1,
  providerId: world.nora,
  date: '2027-01-04',
  time: '10:00',
  durationMinutes: 45,
  reason: '',
  accepted: [],
  overlapReason: null,
  ...change,
});

/** An appointment as it stands, with its session and package. */
export async function standing(scope: TenantScope, appointmentId: string) {
  const appointment = await scope
    .from('appointment')
    .selectAll()
    .where('appointment.id', '=', appointmentId)
    .executeTakeFirstOrThrow();
  const session = await scope
    .from('session')
    .selectAll()
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst();
  return { appointment, session };
}

/** The visits of a package in the order of its sessions. */
export async function visitsOf(scope: TenantScope, packageId: string): Promise<string[]> {
  const rows = await scope
    .from('session')
    .select('appointment_id')
    .where('package_id', '=', packageId)
    .orderBy('number')
    .execute();
  return rows.flatMap((row) => row.appointment_id ?? []);
}
