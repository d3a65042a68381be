'use server';

import { action } from '@/app/action';
import { createPatient as create } from '@/lib/patients/create-patient';
import { createPatientInput } from '@/lib/patients/input';

export const createPatient = action({
  permission: 'patient.create',
  input: createPatientInput,
  operation: create,
  revalidate: ['/patients'],
});
