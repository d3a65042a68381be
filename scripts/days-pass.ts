// tsx scripts/days-pass.ts --database URL --appointment ID --days N
// For journeys only: lets a visit lie N days later in the test's own database, or earlier.
import { parseArgs } from 'node:util';
import { openDatabase } from '@/db/client';
import { moveByDays } from '@/db/testing-days';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: '' },
    appointment: { type: 'string', default: '' },
    days: { type: 'string', default: '' },
  },
});
const database = openDatabase(values.database);
await moveByDays(database, { appointmentId: values.appointment, days: Number(values.days) });
await database.close();
