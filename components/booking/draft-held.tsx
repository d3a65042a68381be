import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import type { DraftHold } from '@/lib/packages/package-form';

type DraftHeldProps = { packageId: string; number: string; hold: DraftHold };

/** Instead of the form, where a package is no draft any more: why, and where to go on. */
export function DraftHeld({ packageId, number, hold }: DraftHeldProps) {
  const t = useTranslations('booking');
  return (
    <>
      <PageHeader title={t('notice.not_draft.title')} />
      <p className="max-w-prose text-work">{t(`notHeld.${hold}`, { number })}</p>
      <div className="flex flex-wrap gap-3 pt-5">
        {/* The page of a package. */}
        <ButtonLink variant="primary" href={`/packages/${packageId}` as Route}>
          {t('notEditable.open', { number })}
        </ButtonLink>
        <ButtonLink href={{ pathname: '/bookings/new', query: { copy: packageId } }}>
          {t('notEditable.copy')}
        </ButtonLink>
      </div>
    </>
  );
}
