import { type AttentionKind, listAttention, readLastVisits } from '@/db/reads/attention';
import type { TenantScope } from '@/db/scope';

/** A package that waits for someone, with what is said of it in one line. */
export interface AttentionItem {
  id: string;
  number: string;
  patientName: string;
  service: { name: string; colour: string };
  clinic: { name: string; timeZone: string };
  /** Sessions without a place: tried in vain, or not tried yet. */
  unplaced: number;
  /** The last visit that is still to come. */
  lastVisit: number | null;
}

/** The head of one queue, the package that began first before the others. */
export async function listItems(
  scope: TenantScope,
  question: { kind: AttentionKind; clinicId: string | null; limit: number },
): Promise<AttentionItem[]> {
  const rows = await listAttention(scope, question);
  const lastVisits = await readLastVisits(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, number, patient, service, clinic, counts }) => ({
    id,
    number,
    patientName: patient.name,
    service,
    clinic,
    unplaced: counts.FAILED + counts.PENDING,
    lastVisit: lastVisits.get(id) ?? null,
  }));
}
