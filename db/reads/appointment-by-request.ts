import type { TenantScope } from '../scope';

/** The appointment that a form's request key has made, or null: for a second press of Save and for retries. */
export async function findAppointmentByRequest(scope: TenantScope, requestKey: string) {
  const found = await scope
    .from('appointment')
    .select([
      'appointment.id as appointmentId',
      'appointment.number',
      'appointment.request_hash as requestHash',
    ])
    .where('request_key', '=', requestKey)
    .executeTakeFirst();
  return found ?? null;
}
