import { type KnownClinic, knownClinics } from '@/db/reads/import-references';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';

export interface ClinicChoice {
  clinic: KnownClinic | null;
  /** The clinic does not exist yet: it is made, or in a dry run would be. */
  isNew: boolean;
}

export type ClinicRefusal =
  | { kind: 'no_such_clinic'; name: string; clinics: string[] }
  | { kind: 'several_clinics'; clinics: string[] }
  | { kind: 'other_zone'; clinic: KnownClinic };

export interface ClinicWish {
  clinicName: string | null;
  zone: string | null;
  /** Visits cannot do without a clinic; providers can. */
  isNeeded: boolean;
  tenantName: string;
  isDryRun: boolean;
}

/** The clinic an import is for: the named one, the only one, or for a tenant without any a new one. */
export async function chooseClinic(
  scope: TenantScope,
  wish: ClinicWish,
): Promise<Result<ClinicChoice, ClinicRefusal>> {
  const clinics = await knownClinics(scope);
  if (clinics.length === 0) {
    if (!wish.isNeeded) return ok({ clinic: null, isNew: false });
    return ok({ clinic: await addClinic(scope, wish), isNew: true });
  }
  const { clinicName, zone } = wish;
  const names = clinics.map((clinic) => clinic.name);
  const fitting = clinics.filter(({ name }) => clinicName === null || name === clinicName);
  const [clinic, ...others] = fitting;
  if (!clinic) return refused({ kind: 'no_such_clinic', name: clinicName ?? '', clinics: names });
  if (others.length > 0) {
    return wish.isNeeded
      ? refused({ kind: 'several_clinics', clinics: names })
      : ok({ clinic: null, isNew: false });
  }
  if (zone !== null && zone !== clinic.timeZone) return refused({ kind: 'other_zone', clinic });
  return ok({ clinic, isNew: false });
}

async function addClinic(scope: TenantScope, wish: ClinicWish): Promise<KnownClinic> {
  const clinic = { name: wish.clinicName ?? wish.tenantName, timeZone: wish.zone ?? 'UTC' };
  if (wish.isDryRun) return { id: 'the new clinic', ...clinic };
  const made = await transaction(scope, async (write) =>
    ok(
      await createRecord(
        write,
        'clinic',
        { name: clinic.name, time_zone: clinic.timeZone, grid_minutes: 15, week_start: 0, is_active: 1 },
        'import',
      ),
    ),
  );
  // Only a clinic of the same name made this very moment could refuse it: then the next run finds that one.
  if (!made.ok) throw new Error(`The clinic was not created: ${JSON.stringify(made.error)}`);
  return { id: made.value, ...clinic };
}
