import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { ColourEdge } from '@/components/ui/colour-edge';
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
import type { SessionCounts } from '@/lib/rules/package-progress';
import { ProgressCell } from './progress-cell';
import { useVisitWords } from './visit-words';

export interface PackageRow {
  id: string;
  number: string;
  status: 'DRAFT' | 'SCHEDULED' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED';
  patient: { name: string; fileNumber: string };
  service: { name: string; colour: string };
  clinic: { name: string; timeZone: string };
  counts: SessionCounts;
  nextSessionAt: number | null;
}

type PackageTableProps = {
  rows: readonly PackageRow[];
  now: number;
  /** Clinics on several clocks: a time alone would not say enough. */
  hasSeveralZones: boolean;
  /** On the page of one patient the name would be said again and again. */
  subject?: 'patient' | 'package';
};

export function PackageTable({ rows, now, hasSeveralZones, subject = 'patient' }: PackageTableProps) {
  const t = useTranslations('packages');
  // The head stays below the bar at the top of the page.
  const head = 'md:top-14 print:static';
  return (
    <Table label={t('table')}>
      <TableHead>
        {subject === 'patient' ? (
          <>
            <HeadCell className={`${head} max-xl:hidden`}>{t('columns.number')}</HeadCell>
            <HeadCell className={head}>{t('columns.patient')}</HeadCell>
            <HeadCell className={head}>{t('columns.service')}</HeadCell>
            <HeadCell className={`${head} max-xl:hidden`}>{t('columns.clinic')}</HeadCell>
          </>
        ) : (
          <>
            <HeadCell className={head}>{t('columns.service')}</HeadCell>
            <HeadCell className={head}>{t('columns.number')}</HeadCell>
          </>
        )}
        <HeadCell className={head}>{t('columns.progress')}</HeadCell>
        <HeadCell className={head}>{t('columns.next')}</HeadCell>
        <HeadCell className={head}>{t('columns.status')}</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <PackageTableRow
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

type PackageTableRowProps = Omit<PackageTableProps, 'rows'> & { row: PackageRow };

function PackageTableRow({ row, now, hasSeveralZones, subject }: PackageTableRowProps) {
  const t = useTranslations('packages');
  const states = useTranslations('states');
  const visit = useVisitWords(now);
  const { clinic, counts, nextSessionAt, status } = row;
  return (
    <Row className={PHONE_CARD}>
      {subject === 'patient' ? <PatientCells row={row} /> : <PackageCells row={row} />}
      <Cell className={`${PHONE_WHOLE} md:w-px`}>
        <ProgressCell counts={counts} />
      </Cell>
      <Cell
        label={t('columns.next')}
        className={`${nextSessionAt === null ? 'max-md:hidden!' : PHONE_WHOLE} md:w-px md:whitespace-nowrap`}
      >
        {nextSessionAt === null ? (
          <span className="text-faint">{t('noNext')}</span>
        ) : (
          <NextVisit
            words={visit(nextSessionAt, clinic.timeZone)}
            zone={hasSeveralZones ? clinic.timeZone : null}
          />
        )}
      </Cell>
      <Cell className={`${PHONE_SECOND} md:w-px`}>
        <StateMark state={status} label={states(status)} />
      </Cell>
    </Row>
  );
}

/** Whose package it is, and which. */
function PatientCells({ row: { id, number, patient, service, clinic } }: { row: PackageRow }) {
  return (
    <>
      <Cell className="max-xl:hidden! xl:w-px">
        <span className="ltr whitespace-nowrap">{number}</span>
      </Cell>
      <Cell isHeader className={`${PHONE_FIRST} md:w-[36%] md:max-w-0 xl:w-1/4`}>
        <TwoLines
          first={<RowLink href={`/packages/${id}` as Route}>{patient.name}</RowLink>}
          second={
            // Both are read to somebody on the phone: rather two lines than half a number.
            <span className="whitespace-normal">
              <span className="xl:hidden">
                <span className="ltr whitespace-nowrap">{number}</span>
                {' · '}
              </span>
              <span className="ltr whitespace-nowrap">{patient.fileNumber}</span>
            </span>
          }
          title={patient.name}
        />
      </Cell>
      <Cell className={`${PHONE_WHOLE} md:w-[27%] md:max-w-0 xl:w-1/4`}>
        <span className="relative block ps-2.5">
          <ColourEdge colour={service.colour} className="rounded-e" />
          <TwoLines
            first={service.name}
            title={service.name}
            second={
              <span className="xl:hidden">
                <bdi>{clinic.name}</bdi>
              </span>
            }
          />
        </span>
      </Cell>
      <Cell className="max-xl:hidden! xl:w-1/6 xl:max-w-0">
        <OneLine title={clinic.name}>{clinic.name}</OneLine>
      </Cell>
    </>
  );
}

/** Which package it is, where everyone knows whose. */
function PackageCells({ row: { id, number, service, clinic } }: { row: PackageRow }) {
  return (
    <>
      <Cell isHeader className={`${PHONE_FIRST} md:w-1/2 md:max-w-0`}>
        <span className="relative block ps-2.5">
          <ColourEdge colour={service.colour} className="rounded-e" />
          <TwoLines
            first={<RowLink href={`/packages/${id}` as Route}>{service.name}</RowLink>}
            title={service.name}
            second={<bdi>{clinic.name}</bdi>}
          />
        </span>
      </Cell>
      <Cell className={`${PHONE_WHOLE} md:w-px`}>
        <span className="ltr whitespace-nowrap">{number}</span>
      </Cell>
    </>
  );
}

/** The zone by its city: the part that people know. */
function NextVisit({ words, zone }: { words: string; zone: string | null }) {
  return (
    <span className="flex flex-col">
      <span>{words}</span>
      {zone ? (
        <span className="ltr w-fit text-xs text-soft">{zone.split('/').at(-1)?.replaceAll('_', ' ')}</span>
      ) : null}
    </span>
  );
}
