import { ok } from '@/lib/result/result';
import { openDatabase } from './client';
import { systemScope } from './system';
import { transaction } from './transaction';
import { takeNumbers } from './writes/numbers';
import { createRecord } from './writes/records';

/** A place that is tried: who, with whom, where and when. */
export interface Wish {
  provider: string;
  patient: string;
  room: string | null;
  start: number;
  end: number;
}

/** What one of several processes is to try, one wish after the other. Started by transaction.test.ts. */
export interface Order {
  url: string;
  tenantId: string;
  clinicId: string;
  serviceTypeId: string;
  index: number;
  wishes: Wish[];
}

export interface BookerReport {
  booked: number;
  taken: number;
  /** Whatever else went wrong. */
  failures: string[];
}

process.once('message', (order: Order) => {
  bookAll(order).then((report) => process.send?.(report, () => process.exit(0)));
});

async function bookAll({ url, tenantId, index, wishes, ...order }: Order): Promise<BookerReport> {
  const database = openDatabase(url);
  const scope = systemScope(tenantId, `booker ${index}`, database);
  const report: BookerReport = { booked: 0, taken: 0, failures: [] };
  for (const wish of wishes) {
    try {
      const result = await transaction(scope, async (write) => {
        const [number = ''] = await takeNumbers(write, 'APT', '2027-01-04', 1);
        return ok(
          await createRecord(write, 'appointment', {
            number,
            clinic_id: order.clinicId,
            patient_id: wish.patient,
            provider_id: wish.provider,
            room_id: wish.room,
            service_type_id: order.serviceTypeId,
            start_at: wish.start,
            end_at: wish.end,
            blocked_from: wish.start,
            blocked_to: wish.end,
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
