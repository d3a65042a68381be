import type { TenantScope } from '../scope';
import { visibleAppointments } from './visible-appointments';
import { visiblePackages } from './visible-packages';
import { visiblePatients } from './visible-patients';

/** Whether there is a package with this id that the actor may see. */
export const isVisiblePackage = async (scope: TenantScope, id: string): Promise<boolean> =>
  (await visiblePackages(scope).select('package.id').where('package.id', '=', id).executeTakeFirst()) !==
  undefined;

/** Whether there is an appointment with this id that the actor may see. */
export const isVisibleAppointment = async (scope: TenantScope, id: string): Promise<boolean> =>
  (await visibleAppointments(scope)
    .select('appointment.id')
    .where('appointment.id', '=', id)
    .executeTakeFirst()) !== undefined;

/** Whether there is a patient with this id whom the actor may see. */
export const isVisiblePatient = async (scope: TenantScope, id: string): Promise<boolean> =>
  (await visiblePatients(scope).select('patient.id').where('patient.id', '=', id).executeTakeFirst()) !==
  undefined;
