'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { MayChange, PackageActions, PackageToChange } from './package-to-change';
import type { ReplanStart } from './use-replan';

// Most people who read a package open none of these.
const ReplanDialog = dynamic(() => import('./replan-dialog').then((m) => m.ReplanDialog));
const PlaceDialog = dynamic(() => import('./place-dialog').then((m) => m.PlaceDialog));
const ProvidersDialog = dynamic(() => import('./providers-dialog').then((m) => m.ProvidersDialog));
const CancelPackageDialog = dynamic(() =>
  import('./cancel-package-dialog').then((m) => m.CancelPackageDialog),
);
const CancelSessionDialog = dynamic(() =>
  import('./cancel-session-dialog').then((m) => m.CancelSessionDialog),
);
const BringBackDialog = dynamic(() => import('./bring-back-dialog').then((m) => m.BringBackDialog));

/** What can be done with the package that is on the page. */
export type DeskWork =
  | ({ kind: 'replan' } & ReplanStart)
  | { kind: 'place'; number: number }
  | { kind: 'providers' }
  | { kind: 'cancel'; what: 'rest' | 'package' }
  | { kind: 'cancel_session'; number: number }
  | { kind: 'bring_back'; number: number };

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
  const close = () => setWork(null);
  return (
    <DeskContext value={{ pack, may, open: setWork }}>
      {children}
      {work?.kind === 'replan' ? (
        <ReplanDialog
          pack={pack}
          actions={actions}
          start={work}
          onClose={close}
          onPlace={(number) => setWork({ kind: 'place', number })}
        />
      ) : null}
      {work?.kind === 'place' ? (
        <PlaceDialog pack={pack} actions={actions} number={work.number} onClose={close} />
      ) : null}
      {work?.kind === 'providers' ? (
        <ProvidersDialog
          pack={pack}
          onClose={close}
          onNext={(changes) => setWork({ kind: 'replan', which: [], changes })}
        />
      ) : null}
      {work?.kind === 'cancel' ? (
        <CancelPackageDialog pack={pack} actions={actions} what={work.what} onClose={close} />
      ) : null}
      {work?.kind === 'cancel_session' ? (
        <CancelSessionDialog pack={pack} actions={actions} number={work.number} onClose={close} />
      ) : null}
      {work?.kind === 'bring_back' ? (
        <BringBackDialog pack={pack} actions={actions} number={work.number} onClose={close} />
      ) : null}
    </DeskContext>
  );
}
