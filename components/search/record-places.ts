import type { Route } from 'next';
import type { RecordKind, RecordRef } from '@/lib/rules/record-ref';

/** Where each kind of record has its page. */
const FOLDERS: Record<RecordKind, string> = {
  patient: 'patients',
  package: 'packages',
  appointment: 'appointments',
};

export const hrefOf = ({ kind, id }: RecordRef): Route => `/${FOLDERS[kind]}/${id}` as Route; // by the table above

/** The record whose page this is, or null. */
export function recordAt(path: string): RecordRef | null {
  const [, folder, id] = /^\/([a-z]+)\/([\w-]{1,64})$/.exec(path) ?? [];
  if (folder === 'patients' && id) return { kind: 'patient', id };
  if (folder === 'packages' && id) return { kind: 'package', id };
  if (folder === 'appointments' && id) return { kind: 'appointment', id };
  return null;
}
