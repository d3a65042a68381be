import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ColourEdge } from '@/components/ui/colour-edge';
import { OverlapMark } from '@/components/ui/overlap-mark';
import { StateMark } from '@/components/ui/state-mark';
import { MINUTE_MS } from '@/lib/time/instant';
import type { DeskVisit } from '@/lib/today/show-today';

type VisitRowProps = {
  visit: DeskVisit;
  now: number;
  /** Who comes next stands out; so does what is over without an outcome. */
  look: 'plain' | 'next' | 'overdue';
  actions: ReactNode;
};

/** Longer ahead than this, the time itself says enough. */
const SOON_MINUTES = 60;

/** One visit at the desk: when, who, for what, how it stands, and what can be done in one tap. */
export function VisitRow({ visit, now, look, actions }: VisitRowProps) {
  const t = useTranslations('today');
  const states = useTranslations('states');
  const format = useFormatter();
  const { timeZone, session, service, roomName, status } = visit;
  const time = (instant: number) => format.dateTime(instant, 'time', { timeZone });
  const details = [
    service?.name ?? t('noService'),
    session ? `${session.number}/${session.count}` : null,
    roomName,
  ].filter((detail) => detail !== null);
  return (
    <li
      className={`relative flex flex-wrap items-center gap-x-3 gap-y-1 py-2 ps-3 ${look === 'overdue' ? 'bg-warn-soft pe-2' : ''}`}
    >
      <ColourEdge colour={service?.colour ?? 'var(--edge)'} className="my-2 rounded-full" />
      <span className="ltr flex w-11 shrink-0 flex-col">
        <span className={look === 'plain' ? 'font-medium' : 'font-semibold'}>{time(visit.start)}</span>
        <span className="text-sm text-soft">{time(visit.end)}</span>
      </span>
      <span className="flex min-w-40 grow basis-0 flex-col items-start">
        <Link
          href={`/appointments/${visit.id}`}
          prefetch={false}
          className={`target max-w-full rounded-sm underline-offset-4 hover:underline ${look === 'next' ? 'font-semibold' : 'font-medium'}`}
        >
          <bdi className="block truncate">{visit.patientName}</bdi>
        </Link>
        <span className="flex max-w-full gap-1 truncate text-sm text-soft">
          {details.map((detail, index) => (
            <span key={detail} className={index === 0 ? 'truncate' : 'shrink-0'}>
              {index > 0 ? '· ' : null}
              <bdi>{detail}</bdi>
            </span>
          ))}
        </span>
      </span>
      <span className="flex grow items-center justify-between gap-3 ps-14 max-sm:basis-full sm:grow-0 sm:ps-0">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 sm:shrink-0 sm:flex-col sm:items-end">
          <span className="flex items-center gap-2">
            {visit.isOverlapping ? <OverlapMark label={t('overlap')} /> : null}
            <StateMark state={status} label={states(status)} />
          </span>
          {look === 'overdue' ? (
            <span className="text-xs font-medium text-warn">{t('noOutcome')}</span>
          ) : (
            <When visit={visit} now={now} />
          )}
        </span>
        {actions}
      </span>
    </li>
  );
}

function When({ visit, now }: { visit: DeskVisit; now: number }) {
  const t = useTranslations('today');
  if (visit.status !== 'SCHEDULED' && visit.status !== 'ARRIVED') return null;
  if (visit.start <= now && now < visit.end) {
    return <span className="text-xs font-medium text-accent">{t('isNow')}</span>;
  }
  const minutes = Math.ceil((visit.start - now) / MINUTE_MS);
  if (minutes < 1 || minutes > SOON_MINUTES) return null;
  return <span className="text-xs text-soft">{t('inMinutes', { minutes })}</span>;
}
