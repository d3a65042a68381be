import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import {
  bringBackSession,
  cancelPackage,
  cancelSession,
  saveReplan,
  scheduleSession,
} from '@/app/(staff)/packages/actions';
import { AttentionBand } from '@/components/packages/attention-band';
import { PackageActions } from '@/components/packages/package-actions';
import { PackageDesk } from '@/components/packages/package-desk';
import { PackageFacts } from '@/components/packages/package-facts';
import { PackageHistory } from '@/components/packages/package-history';
import { PackageProgress } from '@/components/packages/package-progress';
import { type MayChange, packageToChange } from '@/components/packages/package-to-change';
import { SessionMonths } from '@/components/packages/session-months';
import { SuccessorHint } from '@/components/packages/successor-hint';
import { PageHeader } from '@/components/ui/page-header';
import { StateMark } from '@/components/ui/state-mark';
import type { Role } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { isPermitted } from '@/lib/auth/permissions';
import { showPackage } from '@/lib/packages/show-package';
import { visitActionsOf } from './visit-actions';

type PackageContentProps = { scope: TenantScope; role: Role; packageId: string };

/** A package: how far it is, its sessions, what it is about and what became of it. */
export async function PackageContent({ scope, role, packageId }: PackageContentProps) {
  const shown = await showPackage(scope, packageId);
  if (!shown) notFound();
  const [t, states] = await Promise.all([getTranslations('packages'), getTranslations('states')]);
  const { patient, service, number, status, clinic } = shown;
  const may = mayChange(role);

  return (
    <PackageDesk pack={packageToChange(shown)} may={may} actions={packageActions}>
      <PageHeader
        title={<bdi>{patient.name}</bdi>}
        mark={<StateMark state={status} label={states(status)} />}
        lead={
          <>
            <bdi>{service.name}</bdi>
            {' · '}
            <span className="ltr whitespace-nowrap select-all">{number}</span>
          </>
        }
        breadcrumbs={[{ label: t('title'), href: '/packages' }]}
        breadcrumbsLabel={t('breadcrumbs')}
        action={<PackageActions />}
      />
      <div className="grid gap-x-12 gap-y-8 pt-2 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <PackageProgress shown={shown} now={scope.now()} />
          {may.create && shown.needsSuccessor ? <SuccessorHint packageId={shown.id} /> : null}
          <AttentionBand shown={shown} />
          <SessionMonths shown={shown} actionsOf={visitActionsOf(shown, role)} />
        </div>
        <div className="grid content-start gap-8 lg:max-xl:grid-cols-2">
          <section aria-labelledby="facts">
            <h2 id="facts" className="pb-3 text-base font-semibold">
              {t('facts.title')}
            </h2>
            <PackageFacts shown={shown} />
          </section>
          <section aria-labelledby="history" data-print="hide">
            <h2 id="history" className="pb-3 text-base font-semibold">
              {t('history.title')}
            </h2>
            <PackageHistory entries={shown.history} timeZone={clinic.timeZone} />
          </section>
        </div>
      </div>
    </PackageDesk>
  );
}

const packageActions = { saveReplan, scheduleSession, cancelPackage, cancelSession, bringBackSession };

const mayChange = (role: Role): MayChange => ({
  change: isPermitted(role, 'package.change'),
  cancel: isPermitted(role, 'package.cancel'),
  create: isPermitted(role, 'package.create'),
  download: isPermitted(role, 'package.problem'),
});
