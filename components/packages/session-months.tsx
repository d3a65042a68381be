import type { Route } from 'next';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HeldMark } from '@/components/ui/held-mark';
import { OverlapMark } from '@/components/ui/overlap-mark';
import { RowLink } from '@/components/ui/row-link';
import { StateMark } from '@/components/ui/state-mark';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import type { PackageView } from '@/lib/packages/show-package';
import { BringBackButton } from './band-actions';
import { placeOfSession } from './session-anchor';

type Session = PackageView['sessions'][number];

const PHONE_ROW =
  'max-md:grid max-md:grid-cols-[2.5rem_minmax(0,1fr)_auto] max-md:items-baseline max-md:gap-x-2 max-md:border-b! max-md:py-1.5!';

type SessionMonthsProps = {
  shown: PackageView;
  /** What can be done with the visit of a session, by the session's id. */
  actionsOf: Readonly<Record<string, ReactNode>>;
};

/** The sessions that have, had or lost a visit, month by month. */
export function SessionMonths({ shown, actionsOf }: SessionMonthsProps) {
  const t = useTranslations('packages.sessions');
  const format = useFormatter();
  const { months, undated } = shown;
  if (months.length + undated.length === 0) return null;
  const hasRooms = shown.sessions.some(({ appointment }) => appointment?.roomName);
  const columns = hasRooms ? 7 : 6;
  return (
    <section aria-labelledby="sessions">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 pb-1">
        <h2 id="sessions" className="text-base font-semibold">
          {t('title')}
        </h2>
        <p className="text-sm text-soft">{t('clock', { zone: shown.clinic.timeZone })}</p>
      </div>
      <Table label={t('title')}>
        <TableHead>
          <HeadCell className="md:top-14 print:static">{t('number')}</HeadCell>
          <HeadCell className="md:top-14 print:static">{t('date')}</HeadCell>
          <HeadCell className="md:top-14 print:static">{t('provider')}</HeadCell>
          {hasRooms ? <HeadCell className="md:top-14 print:static">{t('room')}</HeadCell> : null}
          <HeadCell className="md:top-14 print:static">{t('state')}</HeadCell>
          <HeadCell className="md:top-14 md:max-2xl:hidden print:static">{t('appointment')}</HeadCell>
          <HeadCell className="md:top-14 print:hidden">
            <span className="sr-only">{t('actions')}</span>
          </HeadCell>
        </TableHead>
        {months.map(({ month, sessions }) => (
          <TableBody key={month}>
            <MonthHead
              title={format.dateTime(new Date(`${month}-01T00:00Z`), 'month', { timeZone: 'UTC' })}
              count={sessions.length}
              columns={columns}
            />
            {sessions.map((session) => (
              <SessionRow
                key={session.id}
                {...{ session, shown, hasRooms }}
                actions={actionsOf[session.id]}
              />
            ))}
          </TableBody>
        ))}
        {undated.length > 0 ? (
          <TableBody>
            <MonthHead title={t('noDate')} count={undated.length} columns={columns} />
            {undated.map((session) => (
              <SessionRow
                key={session.id}
                {...{ session, shown, hasRooms }}
                actions={actionsOf[session.id]}
              />
            ))}
          </TableBody>
        ) : null}
      </Table>
    </section>
  );
}

function MonthHead({ title, count, columns }: { title: string; count: number; columns: number }) {
  const t = useTranslations('packages.sessions');
  return (
    <tr className="break-after-avoid border-b border-hairline max-md:block">
      <th colSpan={columns} scope="rowgroup" className="px-2 pt-5 pb-1.5 text-start max-md:block max-md:px-0">
        <bdi className="text-sm font-semibold">{title}</bdi>
        <bdi className="ms-3 text-xs font-normal text-soft">{t('count', { count })}</bdi>
      </th>
    </tr>
  );
}

type SessionRowProps = { session: Session; shown: PackageView; hasRooms: boolean; actions: ReactNode };

function SessionRow({ session, shown, hasRooms, actions }: SessionRowProps) {
  const states = useTranslations('states');
  const t = useTranslations('packages.sessions');
  const { number, status, appointment } = session;
  // The visit knows more than the session: that the patient has come.
  const state = appointment?.status === 'ARRIVED' ? 'ARRIVED' : status;
  return (
    <Row
      isMuted={status === 'CANCELLED'}
      className={`break-inside-avoid has-[[data-place]:focus]:bg-accent-soft ${PHONE_ROW}`}
    >
      <Cell isHeader className="md:w-16">
        <span id={placeOfSession(number)} data-place tabIndex={-1} className="scroll-mt-24 outline-none">
          {number}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap md:w-px">
        <Visit session={session} shown={shown} />
      </Cell>
      <Cell className="max-md:order-4 max-md:col-start-2 max-md:text-sm max-md:text-soft md:w-1/2 md:max-w-0">
        <Name>{appointment?.providerName}</Name>
        {appointment?.roomName ? (
          <span className="md:hidden">
            <bdi>{appointment.roomName}</bdi>
          </span>
        ) : null}
      </Cell>
      {hasRooms ? (
        <Cell className="max-md:hidden! md:w-1/4 md:max-w-0">
          <Name>{appointment?.roomName ?? '–'}</Name>
        </Cell>
      ) : null}
      <Cell className="max-md:order-3 md:w-px">
        <span className="relative flex items-center gap-2">
          <StateMark state={state} label={states(state)} />
          {session.isPinned && status === 'SCHEDULED' ? (
            // On a phone the first line is full: it stands at the end of the second.
            <HeldMark
              label={t('heldMark')}
              className="max-md:absolute max-md:end-0 max-md:top-full max-md:mt-2"
            />
          ) : null}
          {appointment?.isOverlapping ? <OverlapMark label={t('overlapMark')} /> : null}
        </span>
      </Cell>
      <Cell className="text-soft max-2xl:hidden! md:w-px">
        <span className="ltr whitespace-nowrap">{appointment?.number ?? '–'}</span>
      </Cell>
      <Cell className="max-md:order-5 max-md:col-span-full max-md:col-start-2 md:w-px print:hidden">
        <div className="flex md:justify-end" data-print="hide">
          {actions ?? (status === 'CANCELLED' ? <BringBackButton number={number} /> : null)}
        </div>
      </Cell>
    </Row>
  );
}

/** Cut at the end of its own direction, which need not be that of the page. */
const Name = ({ children }: { children: string | undefined }) => (
  <span dir="auto" title={children} className="block w-fit max-w-full md:truncate print:whitespace-normal">
    {children}
  </span>
);

/** Day and time; they open the appointment, and so does the whole row. */
function Visit({ session, shown }: { session: Session; shown: PackageView }) {
  const t = useTranslations('packages.sessions');
  const format = useFormatter();
  const { appointment, number } = session;
  if (!appointment) return <span className="text-faint">–</span>;
  const { timeZone } = shown.clinic;
  const time = (instant: number) => format.dateTime(instant, 'time', { timeZone });
  const words = (
    <>
      <span className="inline-block min-w-24 pe-3 rtl:min-w-36">
        {format.dateTime(appointment.start, 'day', { timeZone })}
      </span>
      <span className="ltr">{`${time(appointment.start)}–${time(appointment.end)}`}</span>
    </>
  );
  const mayOpen = shown.ownProviderId === null || shown.ownProviderId === appointment.providerId;
  if (!mayOpen) return <span className="font-medium">{words}</span>;
  return (
    <RowLink href={`/appointments/${appointment.id}` as Route}>
      {words}
      <span className="sr-only">{t('open', { number: appointment.number, session: number })}</span>
    </RowLink>
  );
}
