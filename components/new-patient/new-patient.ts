import { createContext } from 'react';
import type { FieldFaults } from '@/lib/result/field-faults';
import type { Result } from '@/lib/result/result';

/** A patient enough to be chosen. */
export interface PatientMade {
  id: string;
  name: string;
  fileNumber: string;
  birthDate: string | null;
}

/** The server action that writes down a new patient. */
export type CreatePatient = (
  input: object,
) => Promise<
  Result<
    PatientMade,
    | { kind: 'signed_out' }
    | { kind: 'forbidden' }
    | { kind: 'invalid_input'; fields: FieldFaults }
    | { kind: 'failed'; reference: string }
    | { kind: 'known_already'; patients: PatientMade[] }
  >
>;

/** For screens on which a patient is chosen; null where none may be written down. */
export const CreatePatientContext = createContext<CreatePatient | null>(null);
