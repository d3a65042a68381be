import { isOfTenant } from '@/db/reads/existence';
import { transaction } from '@/db/transaction';
import { addRows, removeWorkingHours } from '@/db/writes/rows';
import { addClosure } from '@/lib/clinics/add-closure';
import { createClinic } from '@/lib/clinics/create-clinic';
import { createRoom } from '@/lib/clinics/create-room';
import { workingClinic } from '@/lib/clinics/working-clinic';
import { addTimeOff } from '@/lib/providers/add-time-off';
import { createProvider } from '@/lib/providers/create-provider';
import { setWorkingHours } from '@/lib/providers/set-working-hours';
import { refused } from '@/lib/result/result';
import { createServiceType } from '@/lib/service-types/create-service-type';
import type { Case } from './cases';

/** The answer to a success names no one: what is made is new each time. */
const kindOf = ({ ok }: { ok: boolean }) => ok;

/** One case for each operation on what a clinic has. */
export const CATALOGUE_CASES: Record<string, Case> = {
  'db/reads/existence.ts#isOfTenant': (scope, ids) => isOfTenant(scope, 'clinic', [ids.clinicId]),
  'db/writes/rows.ts#addRows': (scope, ids) =>
    transaction(scope, async (write) => {
      await addRows(write, 'closure', [{ clinic_id: ids.clinicId, date: '2027-05-01', label: 'May' }]);
      return refused('tried');
    }),
  'db/writes/rows.ts#removeWorkingHours': (scope, ids) =>
    transaction(scope, async (write) => {
      await removeWorkingHours(write, { providerId: ids.providerId, clinicId: ids.clinicId });
      return refused('tried');
    }),
  'lib/clinics/add-closure.ts#addClosure': (scope, ids) =>
    addClosure(scope, { clinicId: ids.clinicId, date: '2027-05-01', label: 'May' }),
  'lib/clinics/create-clinic.ts#createClinic': async (scope) =>
    kindOf(
      await createClinic(scope, {
        name: crypto.randomUUID(),
        timeZone: 'Europe/London',
        gridMinutes: 15,
        weekStart: 0,
      }),
    ),
  'lib/clinics/create-room.ts#createRoom': (scope, ids) =>
    createRoom(scope, { clinicId: ids.clinicId, name: 'Blue room' }),
  'lib/clinics/working-clinic.ts#workingClinic': (scope, ids) =>
    workingClinic(scope, {
      clinics: [
        { id: 'no clinic', timeZone: 'Europe/London' },
        { id: ids.clinicId, timeZone: 'Europe/London' },
      ],
      chosenId: null,
    }),
  'lib/providers/add-time-off.ts#addTimeOff': (scope, ids) =>
    addTimeOff(scope, { providerId: ids.providerId, start: 1_000, end: 2_000, label: 'Away' }),
  'lib/providers/create-provider.ts#createProvider': (scope, ids) =>
    createProvider(scope, {
      name: 'Eva',
      colour: '#1d4ed8',
      clinicIds: [ids.clinicId],
      serviceTypeIds: [ids.serviceTypeId],
    }),
  'lib/providers/set-working-hours.ts#setWorkingHours': (scope, ids) =>
    setWorkingHours(scope, { providerId: ids.providerId, clinicId: ids.clinicId, hours: [] }),
  'lib/service-types/create-service-type.ts#createServiceType': async (scope) =>
    kindOf(
      await createServiceType(scope, {
        name: crypto.randomUUID(),
        colour: '#1d4ed8',
        durationMinutes: 30,
        sessionCount: 8,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        needsRoom: false,
      }),
    ),
};
