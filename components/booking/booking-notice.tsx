'use client';

import { Info, TriangleAlert } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { use, useEffect, useEffectEvent } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { untilReachable } from '@/components/ui/connection';
import type { LostPlace } from '@/lib/packages/lost-places';
import { useRuns } from '@/messages/number-runs';
import { MeanwhileContext, meanwhileId } from './meanwhile-choice';
import { rowId } from './plan-row-place';
import type { SaveNotice } from './use-saving';

/** Nothing is wrong: there is something to look at first. */
const CALM: ReadonlySet<SaveNotice['kind']> = new Set(['plan_changed', 'plan_moved', 'pins_broken', 'stale']);

type BookingNoticeProps = {
  notice: SaveNotice;
  onRetry: () => void;
  /** Shows the element with this id, wherever it stands. */
  onGoTo: (id: string) => void;
};

/** Why nothing was saved, beside the button that was pressed; calm, since nothing is lost. */
export function BookingNotice({ notice, onRetry, onGoTo }: BookingNoticeProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const address = useSearchParams();
  const path = usePathname();
  const meanwhile = use(MeanwhileContext);
  const open = meanwhile?.fields ?? [];
  const runs = useRuns();
  const isCalm = CALM.has(notice.kind);
  useRetryOnceReachable(notice.kind === 'offline', onRetry);

  function body() {
    switch (notice.kind) {
      case 'failed':
        return t('notice.failed.body', { reference: notice.reference });
      case 'already_saved':
        return t('notice.already_saved.body', { number: notice.number });
      case 'not_draft':
        return t(`notHeld.${notice.hold}`, { number: notice.number });
      case 'pins_broken':
        return t('notice.pins_broken.body', { count: notice.numbers.length, numbers: runs(notice.numbers) });
      case 'stale':
        return t('notice.stale.body', { name: meanwhile?.by ?? '', count: open.length });
      default:
        return t(`notice.${notice.kind}.body`);
    }
  }

  const Icon = isCalm ? Info : TriangleAlert;
  return (
    <div
      role="alert"
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded px-4 py-2 text-work max-sm:px-3 max-sm:text-sm ${isCalm ? 'bg-accent-soft' : 'bg-danger-soft'}`}
    >
      <Icon
        aria-hidden
        className={`size-4 shrink-0 max-sm:hidden ${isCalm ? 'text-accent' : 'text-danger'}`}
      />
      <p className="min-w-0 grow basis-60">
        <span className="font-semibold">{t(`notice.${notice.kind}.title`)}</span> {body()}
      </p>
      {notice.kind === 'plan_changed' ? <LostPlaces {...notice} /> : null}
      {notice.kind === 'pins_broken' ? <ShowRow numbers={notice.numbers} onGoTo={onGoTo} /> : null}
      {notice.kind === 'network' || notice.kind === 'failed' ? (
        <Button onClick={onRetry}>{common('retry')}</Button>
      ) : null}
      {notice.kind === 'already_saved' || notice.kind === 'not_draft' ? (
        <ButtonLink href={notice.path}>{t('notice.open', { number: notice.number })}</ButtonLink>
      ) : null}
      {notice.kind === 'stale' && meanwhile && open.length > 0 ? (
        // On a phone it leaves the form in sight: its buttons stand in one line there.
        <div className="flex flex-wrap gap-2 max-sm:gap-1.5 max-sm:[&_button]:px-2 max-sm:[&_button]:text-sm">
          {open[0] ? (
            <Button onClick={() => onGoTo(meanwhileId(open[0] ?? 'notes'))}>{t('meanwhile.see')}</Button>
          ) : null}
          <Button onClick={() => meanwhile.take(open)}>{t('meanwhile.takeAll')}</Button>
          <Button onClick={() => meanwhile.keep(open)}>{t('meanwhile.keepAll')}</Button>
        </div>
      ) : null}
      {notice.kind === 'signed_out' ? (
        <ButtonLink
          href={{ pathname: '/sign-in', query: { from: address.size > 0 ? `${path}?${address}` : path } }}
        >
          {t('signIn')}
        </ButtonLink>
      ) : null}
    </div>
  );
}

type ShowRowProps = Pick<BookingNoticeProps, 'onGoTo'> & { numbers: readonly number[] };

/** To the first row that says why it cannot be so. */
function ShowRow({ numbers: [first], onGoTo }: ShowRowProps) {
  const t = useTranslations('booking.notice.pins_broken');
  if (first === undefined) return null;
  return <Button onClick={() => onGoTo(rowId(first))}>{t('show', { number: first })}</Button>;
}

/** Which places of the plan are gone, and to whom. */
function LostPlaces({ lost, timeZone }: { lost: readonly LostPlace[]; timeZone: string }) {
  const t = useTranslations('booking.notice.plan_changed');
  const format = useFormatter();
  if (lost.length === 0) return null;
  return (
    <ul className="basis-full ps-8">
      {lost.map(({ number, start, by }) => (
        <li key={number}>
          {t('lost', {
            number,
            day: format.dateTime(new Date(start), 'day', { timeZone }),
            time: format.dateTime(new Date(start), 'time', { timeZone }),
            named: by?.patientName ? 'yes' : 'no',
            name: by?.patientName ?? '',
          })}
        </li>
      ))}
    </ul>
  );
}

/** A save that could not be sent goes again by itself as soon as the server answers; its key keeps it one save. */
function useRetryOnceReachable(isWaiting: boolean, onRetry: () => void): void {
  const retry = useEffectEvent(onRetry);
  useEffect(() => {
    if (!isWaiting) return;
    const leaving = new AbortController();
    const goOn = async () => {
      await untilReachable();
      if (!leaving.signal.aborted) retry();
    };
    void goOn();
    return () => leaving.abort();
  }, [isWaiting]);
}
