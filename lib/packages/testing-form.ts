import type { World } from '@/db/testing-world';
import type { ProposePlanInput } from './input';

interface Asked {
  patientId: string;
  clinicId: string;
  serviceTypeId: string;
  providerId: string;
}

/** What the form of a package asks: three sessions of 45 minutes from Sunday 3 January 2027, unless said otherwise. */
export const packageAsked = (
  { patientId, clinicId, serviceTypeId, providerId }: Asked,
  change: Partial<ProposePlanInput> = {},
): ProposePlanInput => ({
  patientId,
  clinicId,
  serviceTypeId,
  sessionCount: 3,
  durationMinutes: 45,
  startDate: '2027-01-03',
  endDate: null,
  preferredDays: [],
  dayHours: null,
  minGapDays: 1,
  maxGapDays: null,
  maxPerWeek: null,
  providers: { strategy: 'one', providerId },
  goal: 'soonest',
  ...change,
});

/** The same of Lina with Nora. */
export const linasPackage = (world: World, change: Partial<ProposePlanInput> = {}): ProposePlanInput =>
  packageAsked(
    {
      patientId: world.lina,
      clinicId: world.clinicId,
      serviceTypeId: world.serviceTypeId,
      providerId: world.nora,
    },
    change,
  );
