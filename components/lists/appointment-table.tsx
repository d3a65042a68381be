import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { ColourEdge } from '@/components/ui/colour-edge';
import { OverlapMark } from '@/components/ui/overlap-mark';
import { RowLink } from '@/components/ui/row-link';
import { StateMark } from '@/components/ui/state-mark';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import {
  OneLine,
  PHONE_CARD,
  PHONE_FIRST,
  PHONE_SECOND,
  PHONE_WHOLE,
  TwoLines,
} from '@/components/ui/table-text';
import { cityOf, useVisitWords } from './visit-words';

export interface AppointmentRow {
  id: string;
  number: string;
  status: 'SCHEDULED' | 'ARRIVED' | 'COMPLETED' | 'CANCELLED' | 'NO_SHOW';
  start: number;
  end: number;
  isOverlap: boolean;
  patient: { name: string; fileNumber: string };
  providerName: string;
  clinic: { name: string; timeZone: string };
  roomName: string | null;
  service: { name: string; colour: string } | null;
  session: { packageNumber: string; number: number; count: number } | null;
}

type AppointmentTableProps = {
  label: string;
  rows: readonly AppointmentRow[];
  now: number;
  /** Clinics on several clocks: a time alone would not say enough. */
  hasSeveralZones: boolean;
  /** On the page of one patient the name would be said again and again. */
  subject: 'patient' | 'visit';
};

export function AppointmentTable({ label, rows, now, hasSeveralZones, subject }: AppointmentTableProps) {
  const t = useTranslations('lists.appointments.columns');
  // The head stays below the bar at the top of the page.
  const head = 'md:top-14 print:static';
  return (
    <Table label={label}>
      <TableHead>
        <HeadCell className={head}>{t('when')}</HeadCell>
        {subject === 'patient' ? <HeadCell className={head}>{t('patient')}</HeadCell> : null}
        <HeadCell className={head}>{t('service')}</HeadCell>
        <HeadCell className={head}>{t('provider')}</HeadCell>
        {subject === 'patient' ? (
          <>
            <HeadCell className={`${head} max-xl:hidden`}>{t('place')}</HeadCell>
            <HeadCell className={`${head} max-xl:hidden`}>{t('number')}</HeadCell>
          </>
        ) : null}
        <HeadCell className={head}>{t('status')}</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <AppointmentTableRow
            key={row.id}
            row={row}
            now={now}
            hasSeveralZones={hasSeveralZones}
            subject={subject}
          />
        ))}
      </TableBody>
    </Table>
  );
}

type AppointmentTableRowProps = Omit<AppointmentTableProps, 'rows' | 'label'> & { row: AppointmentRow };

function AppointmentTableRow({ row, now, hasSeveralZones, subject }: AppointmentTableRowProps) {
  const t = useTranslations('lists.appointments');
  const states = useTranslations('states');
  const visit = useVisitWords(now);
  const { patient, clinic, service, session } = row;
  const href = `/appointments/${row.id}` as Route;
  const when = visit({ start: row.start, end: row.end, timeZone: clinic.timeZone });
  // Beside a patient's own facts there is less room, and the number is on the page that the row opens.
  const wide = subject === 'patient' ? 'max-xl:hidden!' : 'hidden!';
  const narrow = subject === 'patient' ? 'xl:hidden' : '';
  const serviceName = service?.name ?? t('noService');
  return (
    <Row className={PHONE_CARD} isMuted={row.status === 'CANCELLED'}>
      <Cell
        isHeader={subject === 'visit'}
        className={`${subject === 'visit' ? PHONE_FIRST : PHONE_WHOLE} md:w-px md:whitespace-nowrap`}
      >
        <span className="flex flex-col">
          {subject === 'visit' ? <RowLink href={href}>{when}</RowLink> : <span>{when}</span>}
          {hasSeveralZones ? (
            <span className="ltr w-fit text-xs font-normal text-soft">{cityOf(clinic.timeZone)}</span>
          ) : null}
        </span>
      </Cell>
      {subject === 'patient' ? (
        <Cell isHeader className={`${PHONE_FIRST} md:w-1/4 md:max-w-0`}>
          <TwoLines
            first={<RowLink href={href}>{patient.name}</RowLink>}
            second={<span className="ltr">{patient.fileNumber}</span>}
            title={patient.name}
          />
        </Cell>
      ) : null}
      <Cell className={`${PHONE_WHOLE} md:w-[29%] md:max-w-0`}>
        <span className="relative block ps-2.5">
          {service ? <ColourEdge colour={service.colour} className="rounded-e" /> : null}
          <TwoLines
            first={serviceName}
            title={serviceName}
            second={
              session ? (
                <>
                  <span className="ltr">
                    {t('position', { number: session.number, count: session.count })}
                  </span>
                  {' · '}
                  <span className="ltr">{session.packageNumber}</span>
                </>
              ) : (
                t('single')
              )
            }
          />
        </span>
      </Cell>
      <Cell className={`${PHONE_WHOLE} ${subject === 'patient' ? 'md:w-1/6' : 'md:w-1/4'} md:max-w-0`}>
        <TwoLines
          first={row.providerName}
          title={row.providerName}
          second={
            <span dir="auto" className={narrow}>
              {[clinic.name, row.roomName].filter((place) => place !== null).join(' · ')}
            </span>
          }
        />
      </Cell>
      <Cell className={`${wide} xl:w-1/6 xl:max-w-0`}>
        <TwoLines first={clinic.name} title={clinic.name} second={<span dir="auto">{row.roomName}</span>} />
      </Cell>
      <Cell className={`${wide} xl:w-px`}>
        <OneLine title={row.number}>
          <span className="ltr whitespace-nowrap">{row.number}</span>
        </OneLine>
      </Cell>
      <Cell className={`${PHONE_SECOND} md:w-px`}>
        <span className="flex items-center gap-2">
          <StateMark state={row.status} label={states(row.status)} />
          {row.isOverlap ? <OverlapMark label={t('overlapMark')} /> : null}
        </span>
      </Cell>
    </Row>
  );
}
