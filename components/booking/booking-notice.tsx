'use client';

import { Info, TriangleAlert } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import type { SaveNotice } from './use-saving';

type BookingNoticeProps = { notice: SaveNotice; onRetry: () => void };

/** Why nothing was saved, beside the button that was pressed; calm, since nothing is lost. */
export function BookingNotice({ notice, onRetry }: BookingNoticeProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const address = useSearchParams();
  const isCalm =
    notice.kind === 'plan_changed' || notice.kind === 'plan_moved' || notice.kind === 'pins_broken';
  const Icon = isCalm ? Info : TriangleAlert;
  return (
    <div
      role="alert"
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded px-4 py-2 text-work ${isCalm ? 'bg-accent-soft' : 'bg-danger-soft'}`}
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${isCalm ? 'text-accent' : 'text-danger'}`} />
      <p className="min-w-0 grow basis-60">
        <span className="font-semibold">{t(`notice.${notice.kind}.title`)}</span>{' '}
        {notice.kind === 'failed'
          ? t('notice.failed.body', { reference: notice.reference })
          : notice.kind === 'already_saved'
            ? t('notice.already_saved.body', { number: notice.number })
            : t(`notice.${notice.kind}.body`)}
      </p>
      {notice.kind === 'network' || notice.kind === 'failed' ? (
        <Button onClick={onRetry}>{common('retry')}</Button>
      ) : null}
      {notice.kind === 'already_saved' ? (
        <ButtonLink href={notice.path}>
          {t('notice.already_saved.open', { number: notice.number })}
        </ButtonLink>
      ) : null}
      {notice.kind === 'signed_out' ? (
        <ButtonLink href={{ pathname: '/sign-in', query: { from: `/bookings/new?${address}` } }}>
          {t('signIn')}
        </ButtonLink>
      ) : null}
    </div>
  );
}
