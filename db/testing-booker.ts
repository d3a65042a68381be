import { ok } from '@/lib/result/result';
import { openDatabase } from './client';
import { systemScope } from './system';
import { at } from './testing-world';
import { transaction } from './transaction';
import { takeNumbers } from './writes/numbers';
import { createRecord } from './writes/records';

/** One of several processes that all try to book every place of one calendar. Started by transaction.test.ts. */
interface Order {
  url: string;
  tenantId: string;
  clinicId: string;
  serviceTypeId: string;
  nora: string;
  lina: string;
  sami: string;
  index: number;
  slots: number;
}

process.once('message', (order: Order) => {
  bookAll(order).then((report) => process.send?.(report, () => process.exit(0)));
});

async function bookAll(order: Order) {
  const database = openDatabase(order.url);
  const scope = systemScope(order.tenantId, `booker ${order.index}`, database);
  const report = { booked: 0, taken: 0, failures: [] as string[] };
  for (let slot = 0; slot < order.slots; slot++) {
    // Each starts elsewhere, so that they meet in every order.
    const place = (slot + order.index * 3) % order.slots;
    const start = at('2027-01-04', '00:00') + place * 15 * 60_000;
    const end = start + 15 * 60_000;
    try {
      const result = await transaction(scope, async (write) => {
        const [number = ''] = await takeNumbers(write, 'APT', '2027-01-04', 1);
        return ok(
          await createRecord(write, 'appointment', {
            number,
            clinic_id: order.clinicId,
            patient_id: order.index % 2 === 0 ? order.lina : order.sami,
            provider_id: order.nora,
            room_id: null,
            service_type_id: order.serviceTypeId,
            start_at: start,
            end_at: end,
            blocked_from: start,
            blocked_to: end,
            status: 'SCHEDULED',
            overlap_reason: null,
            notes: '',
            request_key: null,
            external_id: null,
            created_by: null,
          }),
        );
      });
      if (result.ok) report.booked++;
      else if (result.error.kind === 'slot_taken') report.taken++;
      else report.failures.push(JSON.stringify(result.error));
    } catch (error) {
      report.failures.push(String(error));
    }
  }
  await database.close();
  return report;
}
