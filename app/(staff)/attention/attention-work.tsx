import type { Route } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import {
  bringBackSession,
  cancelPackage,
  cancelSession,
  saveReplan,
  scheduleSession,
} from '@/app/(staff)/packages/actions';
import { AttentionQueue } from '@/components/attention/attention-queue';
import { AttentionBand } from '@/components/packages/attention-band';
import { PackageDesk } from '@/components/packages/package-desk';
import { PackageProgress } from '@/components/packages/package-progress';
import { type MayChange, packageToChange } from '@/components/packages/package-to-change';
import { ButtonLink } from '@/components/ui/button-link';
import { MOST_IN_QUEUE } from '@/db/reads/attention';
import type { Role } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { attentionHref } from '@/lib/attention/input';
import type { ShownAttention } from '@/lib/attention/show-attention';
import { isPermitted } from '@/lib/auth/permissions';
import { showPackage } from '@/lib/packages/show-package';
import { WorkSteps } from './work-steps';

type AttentionWorkProps = {
  scope: TenantScope;
  role: Role;
  kind: 'unplaced' | 'ending';
  shown: ShownAttention;
};

/** One package of a queue, with what can be done for it, and the way to the next. */
export async function AttentionWork({ scope, role, kind, shown }: AttentionWorkProps) {
  const { items, counts, isSolved } = shown;
  const index = shown.index ?? 0;
  const item = items[index];
  const found = item ? await showPackage(scope, item.id) : null;
  if (!item || !found) return null;
  const [t, format] = await Promise.all([getTranslations('attention'), getFormatter()]);
  const { patient, service, number, clinic } = found;
  const hasMore = counts[kind] > MOST_IN_QUEUE;
  const hrefAt = (at: number): Route | null => {
    const neighbour = items[at];
    return neighbour ? attentionHref({ kind, at: neighbour.id, place: at + 1 }) : null;
  };

  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <AttentionQueue items={items} kind={kind} index={index} />
      <section aria-labelledby="attention-item" className="flex min-w-0 flex-col gap-6">
        <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0">
            <h2 id="attention-item" className="text-lg font-semibold">
              <bdi>{patient.name}</bdi>
            </h2>
            <p className="text-work text-soft">
              <bdi>{service.name}</bdi>
              {' · '}
              <span className="ltr whitespace-nowrap">{number}</span>
              {' · '}
              <bdi>{clinic.name}</bdi>
            </p>
            {kind === 'ending' && item.lastVisit !== null ? (
              <p className="text-work font-medium text-warn">
                {t('endsOn', {
                  date: format.dateTime(item.lastVisit, 'visit', { timeZone: clinic.timeZone }),
                })}
                {'. '}
                {t('followed')}
              </p>
            ) : null}
          </div>
          <WorkSteps
            position={t(hasMore ? 'positionMore' : 'position', {
              position: index + 1,
              count: Math.min(counts[kind], MOST_IN_QUEUE),
            })}
            previous={hrefAt(index - 1)}
            next={hrefAt(index + 1)}
          />
        </header>
        {isSolved ? (
          <output className="block rounded bg-done-soft px-3 py-2 text-work text-done">{t('solved')}</output>
        ) : null}
        {kind === 'unplaced' ? (
          <PackageDesk
            key={found.id}
            pack={packageToChange(found)}
            may={mayChange(role)}
            actions={{ saveReplan, scheduleSession, cancelPackage, cancelSession, bringBackSession }}
          >
            <AttentionBand shown={found} isAlone />
          </PackageDesk>
        ) : null}
        <PackageProgress shown={found} now={scope.now()} />
        <div className="flex flex-wrap gap-2">
          {kind === 'ending' && isPermitted(role, 'package.create') ? (
            <ButtonLink
              variant="primary"
              href={`/bookings/new?${new URLSearchParams({ kind: 'package', copy: item.id })}`}
            >
              {t('copy')}
            </ButtonLink>
          ) : null}
          <ButtonLink href={`/packages/${item.id}` as Route}>{t('open')}</ButtonLink>
        </div>
      </section>
    </div>
  );
}

const mayChange = (role: Role): MayChange => ({
  change: isPermitted(role, 'package.change'),
  cancel: isPermitted(role, 'package.cancel'),
  create: isPermitted(role, 'package.create'),
  download: isPermitted(role, 'package.problem'),
});
