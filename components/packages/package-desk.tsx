'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { arrival } from '@/components/ui/arrival';
import { ShowLater, useSoon } from '@/components/ui/later';
import { useKept } from '@/components/ui/use-kept';
import { useMissing } from '@/components/ui/use-missing';
import type { ChangedAssignments } from './changed-assignments';
import type { MayChange, PackageActions, PackageToChange } from './package-to-change';
import type { PlaceEntered } from './use-place';
import type { ReplanEntered, ReplanStart } from './use-replan';

// Most people who read a package open none of these.
const replanDialog = arrival(() => import('./replan-dialog').then((m) => m.ReplanDialog));
const placeDialog = arrival(() => import('./place-dialog').then((m) => m.PlaceDialog));
const providersDialog = arrival(() => import('./providers-dialog').then((m) => m.ProvidersDialog));
const cancelPackageDialog = arrival(() =>
  import('./cancel-package-dialog').then((m) => m.CancelPackageDialog),
);
const cancelSessionDialog = arrival(() =>
  import('./cancel-session-dialog').then((m) => m.CancelSessionDialog),
);
const bringBackDialog = arrival(() => import('./bring-back-dialog').then((m) => m.BringBackDialog));

const PLANNING = [replanDialog, placeDialog, providersDialog, bringBackDialog];
const CANCELLING = [cancelPackageDialog, cancelSessionDialog];
const NOTHING: typeof CANCELLING = [];

/** What can be done with the package that is on the page. */
export type DeskWork =
  | ({ kind: 'replan'; isOfProviders?: boolean } & ReplanStart)
  | { kind: 'place'; number: number }
  | { kind: 'providers' }
  | { kind: 'cancel'; what: 'rest' | 'package' }
  | { kind: 'cancel_session'; number: number }
  | { kind: 'bring_back'; number: number };

type ReplanWork = Extract<DeskWork, { kind: 'replan' }>;

const OF_PROVIDERS = { kind: 'replan', isOfProviders: true, which: [] } as const satisfies ReplanWork;

/** The same dialog about the same; of a plan the same question, whoever it is for. */
function keyOf(work: DeskWork): string {
  if (work.kind !== 'replan') return JSON.stringify(work);
  const { isExtending, isOfProviders, which, changes } = work;
  return JSON.stringify([isExtending, isOfProviders, which, isOfProviders ? null : changes]);
}

/** Begins with what was entered before, for whom it is asked to be now. */
const startOf = (work: ReplanWork, entered: ReplanEntered | null): ReplanStart =>
  entered ? { ...work, ...entered, changes: { ...work.changes, ...entered.changes } } : work;

interface Desk {
  pack: PackageToChange;
  may: MayChange;
  open: (work: DeskWork) => void;
}

const DeskContext = createContext<Desk | null>(null);

/** The package under the hands of whoever works on the page, wherever the button stands. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk stands outside of PackageDesk.');
  return desk;
}

type PackageDeskProps = {
  pack: PackageToChange;
  may: MayChange;
  actions: PackageActions;
  children: ReactNode;
};

/** Opens the dialogs that change a package; one at a time. */
export function PackageDesk({ pack, may, actions, children }: PackageDeskProps) {
  const [work, setWork] = useState<DeskWork | null>(null);
  // What was entered of who is for what, and not saved, outlives its dialog.
  const [entered, setEntered] = useState<ChangedAssignments>([]);
  const plans = useKept<ReplanEntered | null>(null);
  const places = useKept<PlaceEntered>({});
  const reasons = useKept('');
  const close = () => setWork(null);
  const closeReason = (reason: string) => {
    if (work) reasons.keep(keyOf(work), reason);
    close();
  };
  useSoon(may.change ? PLANNING : NOTHING);
  useSoon(may.cancel ? CANCELLING : NOTHING);
  const missing = useMissing(close);
  return (
    <DeskContext value={{ pack, may, open: setWork }}>
      {children}
      {work?.kind === 'replan' ? (
        <ShowLater
          of={replanDialog}
          props={{
            pack,
            actions,
            start: startOf(work, plans.of(keyOf(work))),
            onKeep: (plan) => plans.keep(keyOf(work), plan),
            onClose: close,
            onPlace: (number) => setWork({ kind: 'place', number }),
            onBack: work.isOfProviders ? () => setWork({ kind: 'providers' }) : undefined,
            onSaved: () => setEntered([]),
          }}
          missing={missing}
        />
      ) : null}
      {work?.kind === 'place' ? (
        <ShowLater
          of={placeDialog}
          props={{
            pack,
            actions,
            number: work.number,
            entered: places.of(keyOf(work)),
            onClose: (place) => {
              places.keep(keyOf(work), place);
              close();
            },
          }}
          missing={missing}
        />
      ) : null}
      {work?.kind === 'providers' ? (
        <ShowLater
          of={providersDialog}
          props={{
            pack,
            entered,
            onClose: (changed) => {
              setEntered(changed);
              if (changed.length === 0) plans.keep(keyOf(OF_PROVIDERS), null);
              close();
            },
            onNext: (changed, version) => {
              setEntered(changed);
              const changes = { providers: changed };
              setWork({ ...OF_PROVIDERS, changes, version });
            },
          }}
          missing={missing}
        />
      ) : null}
      {work?.kind === 'cancel' ? (
        <ShowLater
          of={cancelPackageDialog}
          props={{ pack, actions, what: work.what, entered: reasons.of(keyOf(work)), onClose: closeReason }}
          missing={missing}
        />
      ) : null}
      {work?.kind === 'cancel_session' ? (
        <ShowLater
          of={cancelSessionDialog}
          props={{
            pack,
            actions,
            number: work.number,
            entered: reasons.of(keyOf(work)),
            onClose: closeReason,
          }}
          missing={missing}
        />
      ) : null}
      {work?.kind === 'bring_back' ? (
        <ShowLater
          of={bringBackDialog}
          props={{ pack, actions, number: work.number, onClose: close }}
          missing={missing}
        />
      ) : null}
    </DeskContext>
  );
}
