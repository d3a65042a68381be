'use client';

import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type AssignmentChange, assign } from '@/components/assignments/assignment';
import { SessionGrid } from '@/components/assignments/session-grid';
import { losesPlace, type SessionAbout } from '@/components/assignments/stored-session';
import { useUntaken } from '@/components/assignments/use-untaken';
import { Button } from '@/components/ui/button';
import { useAskAgain } from '@/components/ui/connection';
import { Dialog } from '@/components/ui/dialog';
import { newQueryClient } from '@/components/ui/new-query-client';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { PackageAssignments } from '@/lib/packages/replan/show-assignments';
import { isWorthAnotherTry, lossIn } from '@/lib/result/no-answer';
import { useRuns } from '@/messages/number-runs';
import { askAssignments } from './ask-package';
import { type ChangedAssignments, changedRows, storedRows, withChanged } from './changed-assignments';
import { PackageProblemNotice } from './package-problem-notice';
import type { PackageToChange } from './package-to-change';
import { stillUnplaced } from './still-unplaced';
import { problemOf } from './use-replan';

type ProvidersDialogProps = {
  pack: PackageToChange;
  /** What was entered before and not saved. */
  entered: ChangedAssignments;
  /** What was entered is kept for the next time. */
  onClose: (entered: ChangedAssignments) => void;
  /** What the change does is shown before it is saved. */
  onNext: (changed: ChangedAssignments, version: number) => void;
};

/** Who is for which of the sessions that are not done, a row each: one provider, or several as a pool. */
export function ProvidersDialog(props: ProvidersDialogProps) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <ProvidersForm {...props} />
    </QueryClientProvider>
  );
}

function ProvidersForm({ pack, entered, onClose, onNext }: ProvidersDialogProps) {
  const t = useTranslations('replan.providers');
  const assignments = useTranslations('assignments');
  const runs = useRuns();
  const common = useTranslations('common');
  const [changed, setChanged] = useState(entered);
  const { isUntaken, setUntaken, leave, warning } = useUntaken(() => onClose(changed));
  const query = useQuery({
    queryKey: ['assignments', pack.id],
    queryFn: ({ signal }) => askAssignments(pack.id, signal),
    retry: isWorthAnotherTry,
    // What is being changed does not change under the hands; saving tells what others did.
    staleTime: Number.POSITIVE_INFINITY,
  });
  useAskAgain(lossIn(query.error), () => void query.refetch());
  const found = query.data;
  const problem = problemOf(query.error);
  const rows = storedRows({ sessions: found?.sessions ?? [] }, pack.sessions.length);
  const nobody = changed
    .map(({ number }) => number)
    .filter((number) => withChanged(rows, changed)[number - 1]?.providerIds.length === 0);

  function whyNot(): string | undefined {
    if (isUntaken) return assignments('paste.untaken');
    if (!found || changed.length === 0) return t('nothing');
    if (nobody.length === 0) return undefined;
    return t('nobody', { count: nobody.length, numbers: runs(nobody) });
  }

  return (
    <Dialog
      isOpen
      onOpenChange={leave}
      size="large"
      title={t('title')}
      closeLabel={common('close')}
      footer={
        <>
          {warning}
          <Button onClick={() => onClose([])}>{common('cancel')}</Button>
          <Button
            variant="primary"
            disabledReason={whyNot()}
            onClick={() => found && onNext(changed, found.version)}
          >
            {t('next')}
          </Button>
        </>
      }
    >
      {found ? (
        <Assignments
          found={found}
          pack={pack}
          changed={changed}
          onChange={setChanged}
          onUntaken={setUntaken}
        />
      ) : problem ? (
        <PackageProblemNotice
          problem={problem}
          pack={pack}
          onRetry={() => void query.refetch()}
          onUseNewState={() => void query.refetch()}
        />
      ) : (
        <SkeletonRows label={t('looking')} rows={8} />
      )}
    </Dialog>
  );
}

type AssignmentsProps = {
  found: PackageAssignments;
  pack: PackageToChange;
  changed: ChangedAssignments;
  onChange: (next: (now: ChangedAssignments) => ChangedAssignments) => void;
  onUntaken: (isUntaken: boolean) => void;
};

function Assignments({ found, pack, changed, onChange, onUntaken }: AssignmentsProps) {
  const t = useTranslations('replan.providers');
  const replan = useTranslations('replan');
  const runs = useRuns();
  const about = useAbout(found, pack);
  const [stored] = useState(() => storedRows(found, about.length));
  const rows = withChanged(stored, changed);
  const losing = rows.flatMap(({ providerIds }, index) => {
    const known = about[index];
    return known && !known.isFixed && losesPlace(known, providerIds) ? [index + 1] : [];
  });
  const unplanned = stillUnplaced(found.sessions, { changed });
  const isFixed = (number: number) => about[number - 1]?.isFixed !== false;

  // The rows keep the first one that they are given: it reads nothing that changes.
  const make = (change: AssignmentChange) =>
    onChange((now) => changedRows(stored, assign(withChanged(stored, now), change, isFixed)));

  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-soft">{t('about')}</p>
      <SessionGrid
        rows={rows}
        make={make}
        offered={found.able}
        everyone={found.everyone}
        about={about}
        onUntaken={onUntaken}
      />
      <output className="sticky -bottom-6 -mx-6 -mb-6 block border-t border-hairline bg-float px-6 py-3 text-work">
        <span className="font-medium">{t('changed', { count: changed.length })}</span>
        {changed.length === 0 ? null : (
          <span className="block text-soft">
            {losing.length === 0
              ? t('allStay')
              : t('losing', { count: losing.length, numbers: runs(losing) })}
          </span>
        )}
        {unplanned.length === 0 ? null : (
          <span className="block text-soft">
            {replan('stillUnplaced', { count: unplanned.length, numbers: runs(unplanned) })}
          </span>
        )}
      </output>
    </div>
  );
}

/** What is known of each session number, as it was when it was read. */
function useAbout({ sessions }: PackageAssignments, pack: PackageToChange): readonly SessionAbout[] {
  const states = useTranslations('states');
  const format = useFormatter();
  const [about] = useState(() => {
    const count = Math.max(pack.sessions.length, ...sessions.map(({ number }) => number));
    return Array.from({ length: count }, (_, index): SessionAbout => {
      const session = sessions.find(({ number }) => number === index + 1);
      const state = session?.status ?? 'CANCELLED';
      const visit = session?.visit;
      return {
        isFixed: session?.isFixed ?? true,
        state,
        stateName: states(state),
        visit: visit ? format.dateTime(visit.start, 'visit', { timeZone: pack.timeZone }) : null,
        visitProviderId: visit?.providerId ?? null,
      };
    });
  });
  return about;
}
