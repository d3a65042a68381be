/*
 * Every difference between SQLite and PostgreSQL that the product can notice. A difference goes here or does
 * not go.
 */
export type Dialect = 'sqlite' | 'postgres';

/** What the database refused by itself: it decides races, we name the outcome. */
export type DatabaseRefusal =
  | { kind: 'slot_taken'; resource: 'provider' | 'patient' | 'room' }
  | { kind: 'duplicate'; constraint: string };

const OVERLAP = /appointment_(provider|patient|room)_overlap/;

/**
 * Names what a driver's error means, or answers null for an error that is nobody's ordinary business.
 * SQLite says which columns collided ("patient.tenant_id, patient.file_number"), PostgreSQL the constraint.
 */
export function refusalOf(error: unknown): DatabaseRefusal | null {
  if (!(error instanceof Error)) return null;
  const { code, constraint } = error as Error & { code?: string; constraint?: string };
  const resource = OVERLAP.exec(constraint ?? error.message)?.[1];
  if (resource === 'provider' || resource === 'patient' || resource === 'room')
    return { kind: 'slot_taken', resource };
  if (code === '23505') return { kind: 'duplicate', constraint: constraint ?? '' };
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
    return { kind: 'duplicate', constraint: sqliteConstraintName(error.message) };
  return null;
}

/** 'UNIQUE constraint failed: patient.tenant_id, patient.file_number' -> 'patient_file_number'. */
function sqliteConstraintName(message: string): string {
  const columns = message.slice(message.indexOf(':') + 1).split(',');
  const [table, column] = columns.at(-1)?.trim().split('.') ?? [];
  return `${table}_${column}`;
}

/**
 * Whether the whole transaction may simply be tried again: PostgreSQL's serialization failure and deadlock.
 * SQLite never asks for it, since its writers wait their turn from `begin immediate` on.
 */
export function isTransient(error: unknown): boolean {
  const code = error instanceof Error ? (error as Error & { code?: string }).code : undefined;
  return code === '40001' || code === '40P01';
}
