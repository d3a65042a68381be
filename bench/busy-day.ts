import { openDatabase } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { createWorld, ZONE } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord, createRecords } from '@/db/writes/records';
import { hashPassword } from '@/lib/auth/passwords';
import { createProvider } from '@/lib/providers/create-provider';
import { setWorkingHours } from '@/lib/providers/set-working-hours';
import { ok } from '@/lib/result/result';
import type { LocalDate } from '@/lib/time/local-date';
import { instantOf } from '@/lib/time/wall-clock';

export const PROVIDERS = 40;
export const VISITS_EACH = 15;
export const SIGN_IN = {
  tenant: 'bench',
  email: 'bench@takt.example',
  password: 'measured twice',
  role: 'admin',
};

const MINUTE_MS = 60_000;
const TONES = ['#0f766e', '#1d4ed8', '#be185d', '#b45309', '#4d7c0f'];

/** Fills an empty database with one clinic whose every provider works all day and is never idle for long. */
export async function fillBusyDay(databaseUrl: string, date: LocalDate): Promise<void> {
  const database = openDatabase(databaseUrl);
  try {
    await migrateToLatest(database);
    const { scope, clinicId, serviceTypeId } = await createWorld(
      { ...database, url: databaseUrl, remove: () => database.close() },
      SIGN_IN.tenant,
    );
    const passwordHash = await hashPassword(SIGN_IN.password);
    for (let ordinal = 1; ordinal <= PROVIDERS; ordinal++) {
      const made = await createProvider(scope, {
        name: `Provider ${String(ordinal).padStart(2, '0')}`,
        colour: TONES[ordinal % TONES.length] ?? '#0f766e',
        clinicIds: [clinicId],
        serviceTypeIds: [serviceTypeId],
      });
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      const { providerId } = made.value;
      const hours = Array.from({ length: 7 }, (_, weekday) => ({
        weekday,
        from: '08:00',
        to: '20:00',
        validFrom: null,
        validTo: null,
      }));
      const set = await setWorkingHours(scope, { providerId, clinicId, hours });
      if (!set.ok) throw new Error(JSON.stringify(set.error));
      await transaction(scope, async (write) => {
        const patients = await createRecords(
          write,
          'patient',
          Array.from({ length: VISITS_EACH }, (_, visit) => patientOf(`${ordinal}-${visit}`)),
        );
        const visits = patients.map((patientId, visit) => {
          const start = instantOf(date, '08:00', ZONE) + visit * 45 * MINUTE_MS;
          return visitOf({
            clinicId,
            serviceTypeId,
            providerId,
            patientId,
            start,
            number: `${ordinal}-${visit}`,
          });
        });
        await createRecords(write, 'appointment', visits);
        return ok(null);
      });
    }
    await transaction(scope, async (write) =>
      ok(
        await createRecord(write, 'app_user', {
          email: SIGN_IN.email,
          name: 'Bench',
          password_hash: passwordHash,
          role: 'admin',
          provider_id: null,
          session_version: 1,
          is_active: 1,
          locale: null,
        }),
      ),
    );
  } finally {
    await database.close();
  }
}

const patientOf = (mark: string) => ({
  file_number: `bench-${mark}`,
  given_name: 'Patient',
  family_name: mark,
  birth_date: null,
  email: null,
  phone: null,
  locale: null,
  search_text: `patient ${mark}`,
  sort_name: `${mark},patient`,
  external_id: null,
});

interface Visit {
  clinicId: string;
  serviceTypeId: string;
  providerId: string;
  patientId: string;
  start: number;
  number: string;
}

function visitOf({ clinicId, serviceTypeId, providerId, patientId, start, number }: Visit) {
  const end = start + 30 * MINUTE_MS;
  return {
    number: `BENCH-${number}`,
    clinic_id: clinicId,
    patient_id: patientId,
    provider_id: providerId,
    room_id: null,
    service_type_id: serviceTypeId,
    start_at: start,
    end_at: end,
    blocked_from: start,
    blocked_to: end,
    status: 'SCHEDULED' as const,
    overlap_reason: null,
    notes: '',
    request_key: null,
    external_id: null,
    created_by: null,
  };
}
