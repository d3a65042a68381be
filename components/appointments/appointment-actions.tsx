'use client';

import { CalendarClock, Check, Ellipsis, RotateCcw, UserCheck, UserX, X } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { arrival } from '@/components/ui/arrival';
import { Button } from '@/components/ui/button';
import { ShowLater, useSoon } from '@/components/ui/later';
import { Menu } from '@/components/ui/menu';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { NotLoaded } from '@/components/ui/not-loaded';
import { useKept } from '@/components/ui/use-kept';
import type { CancelEntered } from './cancel-dialog';
import type { MoveDraft } from './move-draft';
import {
  type ClinicClock,
  canBeTakenBack,
  isAllowed,
  usualAction,
  type VisitAction,
  whyNot,
} from './next-action';
import { useVisitChange } from './use-visit-change';
import type { MayAct, VisitActions, VisitToAct } from './visit';

// Most people who see a visit open none of these.
const rescheduleDialog = arrival(() => import('./reschedule-dialog').then((m) => m.RescheduleDialog));
const cancelDialog = arrival(() => import('./cancel-dialog').then((m) => m.CancelDialog));
const problemDialog = arrival(() => import('./problem-dialog').then((m) => m.ProblemDialog));
const DIALOGS = [rescheduleDialog, cancelDialog, problemDialog];

type AppointmentActionsProps = {
  visit: VisitToAct;
  may: MayAct;
  actions: VisitActions;
  /** In a list the buttons name whose visit it is; among the sessions of one patient, which session. */
  look: 'row' | 'session' | 'page';
};

const icons: Record<VisitAction, ReactNode> = {
  ARRIVED: <UserCheck aria-hidden className="size-4" />,
  COMPLETED: <Check aria-hidden className="size-4" />,
  NO_SHOW: <UserX aria-hidden className="size-4" />,
  SCHEDULED: <RotateCcw aria-hidden className="size-4" />,
  reschedule: <CalendarClock aria-hidden className="size-4" />,
  cancel: <X aria-hidden className="size-4" />,
};

const OUTCOMES: readonly VisitAction[] = ['ARRIVED', 'COMPLETED', 'NO_SHOW', 'SCHEDULED'];
const CHANGES: readonly VisitAction[] = ['reschedule', 'cancel'];

/** What can be done with one visit: the usual next thing as a button, the rest in a menu. */
export function AppointmentActions({ visit, may, actions, look }: AppointmentActionsProps) {
  const t = useTranslations('appointment.act');
  const common = useTranslations('common');
  const problems = useTranslations('appointment.problem');
  const change = useVisitChange();
  const who = useRowName(visit, look);
  useSoon(DIALOGS);
  const [open, setOpen] = useState<'reschedule' | 'cancel' | null>(null);
  const moves = useKept<Partial<MoveDraft>>({});
  const cancels = useKept<Partial<CancelEntered>>({});
  const [tried, setTried] = useState<{ action: VisitAction; seen: VisitToAct }>({
    action: 'ARRIVED',
    seen: visit,
  });
  const clock = useClinicClock(visit);
  const usual = usualAction(visit, { may, clock });
  const reasonNot = (action: VisitAction) => {
    const why = whyNot(visit, action, clock);
    return why === null ? undefined : t(why);
  };
  const offered = [...OUTCOMES, ...CHANGES].filter((action) => isAllowed(may, action));
  if (offered.length === 0) return null;

  function act(action: VisitAction, seen = visit) {
    if (action === 'reschedule' || action === 'cancel') {
      setOpen(action);
      return;
    }
    setTried({ action, seen });
    const input = { appointmentId: seen.id, version: seen.version, outcome: action };
    void change.run(() => actions.recordOutcome(input), t(`done.${action}`, { patient: visit.patientName }));
  }

  const entryOf = (action: VisitAction): MenuEntry => ({
    id: action,
    label: t(action),
    icon: icons[action],
    isDestructive: action === 'cancel' && reasonNot(action) === undefined,
    isDisabled: reasonNot(action) !== undefined || change.isPending,
    description: reasonNot(action),
    onAction: () => act(action),
  });
  const groupOf = (id: string, of: readonly VisitAction[]) => ({
    id,
    entries: of.filter((action) => offered.includes(action) && isWorthShowing(visit, action)).map(entryOf),
  });
  const groups = [groupOf('outcome', OUTCOMES), groupOf('change', CHANGES)].filter(
    ({ entries }) => entries.length > 0,
  );

  function close() {
    setOpen(null);
    change.forget();
  }
  const tryAgain = () => act(tried.action, tried.seen);
  const missing = (again: () => void) => (
    <NotLoaded
      message={problems('network')}
      retryLabel={common('retry')}
      closeLabel={common('close')}
      onRetry={change.problem ? tryAgain : again}
      onClose={close}
    />
  );

  return (
    <div className="flex shrink-0 items-center gap-1">
      {usual ? (
        <Button
          variant={look === 'page' && usual !== 'reschedule' ? 'primary' : 'secondary'}
          icon={icons[usual]}
          isPending={change.isPending}
          onClick={() => act(usual)}
          aria-label={who === null ? undefined : t('of', { action: t(usual), visit: who })}
        >
          {t(usual)}
        </Button>
      ) : null}
      {look === 'page' && usual !== 'reschedule' && may.reschedule ? (
        <Button
          icon={icons.reschedule}
          onClick={() => setOpen('reschedule')}
          disabledReason={reasonNot('reschedule')}
        >
          {t('reschedule')}
        </Button>
      ) : null}
      {groups.length > 0 ? (
        <Menu
          label={who === null ? common('more') : t('more', { visit: who })}
          trigger={<Ellipsis aria-hidden className="size-4" />}
          variant={look === 'page' ? 'secondary' : 'quiet'}
          groups={groups}
        />
      ) : null}
      {open === 'reschedule' ? (
        <ShowLater
          of={rescheduleDialog}
          props={{
            isOpen: true,
            entered: moves.of(visit.id),
            onClose: (entered) => {
              moves.keep(visit.id, entered);
              close();
            },
            visit,
            may,
            actions,
          }}
          missing={missing}
        />
      ) : null}
      {open === 'cancel' ? (
        <ShowLater
          of={cancelDialog}
          props={{
            entered: cancels.of(visit.id),
            onClose: (entered) => {
              cancels.keep(visit.id, entered);
              close();
            },
            visit,
            actions,
          }}
          missing={missing}
        />
      ) : null}
      {change.problem ? (
        <ShowLater
          of={problemDialog}
          props={{
            title: t('failed', { action: t(tried.action) }),
            problem: change.problem,
            seen: tried.seen,
            onRetry: tryAgain,
            onUseNewState: change.forget,
            onClose: change.forget,
          }}
          missing={missing}
        />
      ) : null}
    </div>
  );
}

/** What tells the visit of a row from the others around it, or null on its own page. */
function useRowName(visit: VisitToAct, look: AppointmentActionsProps['look']): string | null {
  const t = useTranslations('appointment.act');
  const format = useFormatter();
  if (look === 'page') return null;
  if (look === 'row' || visit.sessionNumber === null) return visit.patientName;
  const day = format.dateTime(visit.start, 'day', { timeZone: visit.timeZone });
  return t('session', { number: visit.sessionNumber, day });
}

/** Taking back is offered only where something was said; everything else is told why it cannot be. */
const isWorthShowing = (visit: VisitToAct, action: VisitAction) =>
  action !== 'SCHEDULED' || canBeTakenBack(visit);

/**
 * By the clinic's calendar, and on while the page stays open. Its dates are compared as they are written, so no zone
 * is computed here.
 */
function useClinicClock({ start, timeZone }: VisitToAct): ClinicClock {
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 }).getTime();
  const day = (instant: number) => format.dateTime(instant, 'date', { timeZone });
  const isToday = day(start) === day(now);
  const hasBegun = start <= now;
  return { isToday, hasBegun, hasDayCome: isToday || hasBegun };
}
