import type { TenantScope } from '@/db/scope';
import { newId } from '@/lib/ids/new-id';
import { cancelPackage } from '@/lib/packages/cancel-package';
import { createPackage } from '@/lib/packages/create-package';
import type { CreatePackageInput } from '@/lib/packages/input';
import { proposePlan } from '@/lib/packages/propose-plan';
import { showPackage } from '@/lib/packages/show-package';
import { DAY_MS } from '@/lib/time/instant';
import { localDateOf } from '@/lib/time/wall-clock';
import type { BuiltClinic, BuiltProvider, BuiltService } from './build-clinics';
import type { Dice } from './dice';

export interface DemoPackagesOrder {
  clinics: readonly BuiltClinic[];
  patients: readonly string[];
  count: number;
  now: number;
  dice: Dice;
  /** A scope whose clock stands at the given instant: packages were made at different times. */
  scopeAt: (instant: number) => TenantScope;
}

type Kind = 'running' | 'new' | 'short_of_time' | 'draft' | 'done' | 'cancelled';

/** In this mix a page of the list shows every state. */
const MIX: readonly Kind[] = [
  'running',
  'running',
  'new',
  'short_of_time',
  'done',
  'running',
  'draft',
  'new',
  'cancelled',
  'short_of_time',
];

/** Makes packages in every state through the operations that staff use. */
export async function buildPackages(order: DemoPackagesOrder): Promise<void> {
  const patients = order.dice.shuffled(order.patients);
  for (let index = 0; index < order.count; index++) {
    const kind = MIX[index % MIX.length] ?? 'running';
    const patientId = patients[index % patients.length] ?? '';
    await buildPackage(order, kind, patientId);
  }
}

async function buildPackage(order: DemoPackagesOrder, kind: Kind, patientId: string) {
  const { dice, now } = order;
  const clinic = dice.pick(order.clinics);
  const provider = dice.pick(clinic.providers);
  const service = dice.pick(provider.services);
  const madeAt = now - DAYS_AGO[kind](dice) * DAY_MS;
  const scope = order.scopeAt(madeAt);
  const form = formOf(order, { kind, patientId, clinic, provider, service, madeAt });
  const proposal = await proposePlan(scope, form);
  if (!proposal.ok) throw new Error(`A demo plan was refused: ${JSON.stringify(proposal.error)}`);
  const shown = proposal.value.placed.map(({ number, providerId, roomId, start }) => ({
    number,
    providerId,
    roomId,
    start,
  }));
  const isDraft = kind === 'draft';
  const saved = await createPackage(scope, {
    ...form,
    requestKey: newId(),
    notes: dice.pick(NOTES),
    autoSchedule: !isDraft,
    shown: isDraft ? [] : shown,
  });
  if (!saved.ok) throw new Error(`A demo package was refused: ${JSON.stringify(saved.error)}`);
  if (kind !== 'cancelled') return;
  const scopeThen = order.scopeAt(now - 3 * DAY_MS);
  const shownThen = await showPackage(scopeThen, saved.value.packageId);
  const cancelled = await cancelPackage(scopeThen, {
    packageId: saved.value.packageId,
    version: shownThen?.version ?? 0,
    what: 'package',
    reason: 'Family has moved away',
    listed: shownThen?.cancellable ?? [],
  });
  if (!cancelled.ok) throw new Error(`A demo cancellation was refused: ${cancelled.error.kind}`);
}

const DAYS_AGO: Record<Kind, (dice: Dice) => number> = {
  running: (dice) => dice.between(15, 40),
  new: (dice) => dice.between(0, 4),
  short_of_time: (dice) => dice.between(0, 10),
  draft: (dice) => dice.between(0, 6),
  done: (dice) => dice.between(45, 60),
  cancelled: (dice) => dice.between(10, 25),
};

const NOTES = [
  '',
  '',
  'Prefers mornings before school.',
  'Wheelchair user; needs the ground floor.',
  'Interpreter comes along (Arabic).',
  'Referred after hip surgery. Please keep at least one day between visits.',
];

/** Days in which, twice a week, all but two to four of the sessions have a place; at least a week. */
const tooFewDays = (sessionCount: number): number =>
  Math.max(1, Math.ceil((sessionCount - 2 - (sessionCount % 3)) / 2)) * 7 - 1;

interface Choice {
  kind: Kind;
  patientId: string;
  clinic: BuiltClinic;
  provider: BuiltProvider;
  service: BuiltService;
  madeAt: number;
}

function formOf(
  { dice }: DemoPackagesOrder,
  { kind, patientId, clinic, provider, service, madeAt }: Choice,
): Omit<CreatePackageInput, 'requestKey' | 'notes' | 'autoSchedule' | 'shown'> {
  const workdays = Object.keys(provider.week).map(Number);
  const startDate = localDateOf(madeAt, clinic.timeZone);
  const sessionCount = kind === 'done' ? dice.between(4, 8) : Math.min(service.count, dice.between(8, 24));
  const colleagues = clinic.providers.filter(({ services }) => services.some(({ id }) => id === service.id));
  const sharesSessions = colleagues.length > 1 && dice.chance(30);
  return {
    patientId,
    clinicId: clinic.id,
    serviceTypeId: service.id,
    sessionCount: Math.max(2, sessionCount),
    durationMinutes: service.minutes,
    startDate,
    endDate:
      kind === 'short_of_time'
        ? localDateOf(madeAt + tooFewDays(sessionCount) * DAY_MS, clinic.timeZone)
        : null,
    preferredDays: kind === 'done' ? [] : dice.shuffled(workdays).slice(0, 2).sort(),
    dayHours: dice.chance(20) ? { from: '08:00', to: '12:30' } : null,
    minGapDays: 1,
    // Who shares a child wants to see it often enough.
    maxGapDays: sharesSessions && kind !== 'done' ? 14 : null,
    maxPerWeek: kind === 'done' ? null : 3,
    providers: sharesSessions
      ? {
          strategy: 'per_session',
          sessions: Array.from({ length: Math.max(2, sessionCount) }, (_, index) => ({
            number: index + 1,
            providerIds: [colleagues[index % colleagues.length]?.id ?? provider.id],
            note: index === 0 ? 'First visit with the whole family' : '',
          })),
        }
      : { strategy: 'one', providerId: provider.id },
    goal: dice.pick(['soonest', 'regular', 'same_provider'] as const),
  };
}
