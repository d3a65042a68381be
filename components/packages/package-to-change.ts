import type { CancelledPackage, CancelPackageRefusal } from '@/lib/packages/cancel-package';
import type { SavedReplan } from '@/lib/packages/replan/commit-replan';
import type {
  BringBackSessionInput,
  CancelPackageInput,
  CancelSessionInput,
  SaveReplanInput,
  ScheduleSessionInput,
} from '@/lib/packages/replan/input';
import type { Wishes } from '@/lib/packages/replan/replan-problem';
import type { SaveReplanRefusal } from '@/lib/packages/replan/save-replan';
import type { ScheduleSessionRefusal } from '@/lib/packages/replan/schedule-session';
import type { SettledSession, SettleRefusal } from '@/lib/packages/settle-session';
import type { PackageView } from '@/lib/packages/show-package';
import type { FieldFaults } from '@/lib/result/field-faults';
import type { Result } from '@/lib/result/result';

/** A package as the dialogs that change it have to know it. */
export interface PackageToChange
  extends Pick<
    PackageView,
    | 'id'
    | 'version'
    | 'seenAt'
    | 'number'
    | 'status'
    | 'isCancelled'
    | 'startDate'
    | 'cancellable'
    | 'unfinished'
    | 'needsSuccessor'
  > {
  patientName: string;
  timeZone: string;
  weekStart: number;
  wishes: Wishes;
  sessions: SessionToChange[];
}

/** As of when a package was read. */
export type Seen = Pick<PackageToChange, 'version' | 'seenAt'>;

export interface SessionToChange {
  number: number;
  status: PackageView['sessions'][number]['status'];
  isPinned: boolean;
  visit: { number: string; start: number; end: number; providerName: string } | null;
}

export function packageToChange(shown: PackageView): PackageToChange {
  const { endDate, preferredDays, dayHours, minGapDays, maxGapDays, maxPerWeek, goal } = shown;
  return {
    id: shown.id,
    version: shown.version,
    seenAt: shown.seenAt,
    number: shown.number,
    status: shown.status,
    isCancelled: shown.isCancelled,
    startDate: shown.startDate,
    cancellable: shown.cancellable,
    unfinished: shown.unfinished,
    needsSuccessor: shown.needsSuccessor,
    patientName: shown.patient.name,
    timeZone: shown.clinic.timeZone,
    weekStart: shown.clinic.weekStart,
    wishes: { endDate, preferredDays, dayHours, minGapDays, maxGapDays, maxPerWeek, goal },
    sessions: shown.sessions.map((session) => ({
      number: session.number,
      status: session.status,
      isPinned: session.isPinned,
      visit: session.appointment && {
        number: session.appointment.number,
        start: session.appointment.start,
        end: session.appointment.end,
        providerName: session.appointment.providerName,
      },
    })),
  };
}

/** What the signed-in person may do; the server asks again. */
export interface MayChange {
  change: boolean;
  cancel: boolean;
  create: boolean;
  download: boolean;
}

/** What any action may answer besides its own refusals. */
type AnyRefusal =
  | { kind: 'signed_out' }
  | { kind: 'forbidden' }
  | { kind: 'invalid_input'; fields: FieldFaults }
  | { kind: 'failed'; reference: string };

export type PackageRefusal =
  | SaveReplanRefusal
  | ScheduleSessionRefusal
  | CancelPackageRefusal
  | SettleRefusal
  | AnyRefusal;

type Answer<T, E> = Promise<Result<T, E | AnyRefusal>>;

/** The server actions that the page hands over. */
export interface PackageActions {
  saveReplan: (input: SaveReplanInput) => Answer<SavedReplan, SaveReplanRefusal>;
  scheduleSession: (input: ScheduleSessionInput) => Answer<SavedReplan, ScheduleSessionRefusal>;
  cancelPackage: (input: CancelPackageInput) => Answer<CancelledPackage, CancelPackageRefusal>;
  cancelSession: (input: CancelSessionInput) => Answer<SettledSession, SettleRefusal>;
  bringBackSession: (input: BringBackSessionInput) => Answer<SettledSession, SettleRefusal>;
}
