import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ColourEdge } from '@/components/ui/colour-edge';
import { RowLink } from '@/components/ui/row-link';
import { StateMark } from '@/components/ui/state-mark';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
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
};

export function PackageTable({ rows, now, hasSeveralZones }: PackageTableProps) {
  const t = useTranslations('packages');
  // The head stays below the bar at the top of the page.
  const head = 'md:top-14';
  return (
    <Table label={t('table')}>
      <TableHead>
        <HeadCell className={head}>{t('columns.number')}</HeadCell>
        <HeadCell className={head}>{t('columns.patient')}</HeadCell>
        <HeadCell className={head}>{t('columns.service')}</HeadCell>
        <HeadCell className={`${head} max-xl:hidden`}>{t('columns.clinic')}</HeadCell>
        <HeadCell className={head}>{t('columns.progress')}</HeadCell>
        <HeadCell className={head}>{t('columns.next')}</HeadCell>
        <HeadCell className={head}>{t('columns.status')}</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <PackageTableRow key={row.id} row={row} now={now} hasSeveralZones={hasSeveralZones} />
        ))}
      </TableBody>
    </Table>
  );
}

type PackageTableRowProps = Omit<PackageTableProps, 'rows'> & { row: PackageRow };

function PackageTableRow({ row, now, hasSeveralZones }: PackageTableRowProps) {
  const t = useTranslations('packages');
  const states = useTranslations('states');
  const visit = useVisitWords(now);
  const { number, patient, service, clinic, counts, nextSessionAt, status } = row;
  return (
    <Row>
      <Cell isHeader className="md:w-px">
        <RowLink href={`/packages/${row.id}` as Route} className="whitespace-nowrap">
          <span className="ltr">{number}</span>
        </RowLink>
      </Cell>
      <Cell label={t('columns.patient')} className="md:max-w-56">
        <TwoLines
          first={<bdi>{patient.name}</bdi>}
          second={<span className="ltr">{patient.fileNumber}</span>}
          title={patient.name}
        />
      </Cell>
      <Cell label={t('columns.service')} className="md:max-w-56">
        <span className="relative block ps-2.5">
          <ColourEdge colour={service.colour} className="rounded-e" />
          <TwoLines
            first={<bdi>{service.name}</bdi>}
            second={
              <span className="xl:hidden">
                <bdi>{clinic.name}</bdi>
              </span>
            }
            title={service.name}
          />
        </span>
      </Cell>
      <Cell className="max-xl:hidden xl:max-w-44">
        <span className="block truncate" title={clinic.name}>
          <bdi>{clinic.name}</bdi>
        </span>
      </Cell>
      <Cell label={t('columns.progress')} className="md:w-56">
        <ProgressCell counts={counts} />
      </Cell>
      <Cell label={t('columns.next')} className="md:w-px md:whitespace-nowrap">
        {nextSessionAt === null ? (
          <span className="text-faint">{t('noNext')}</span>
        ) : (
          <NextVisit
            words={visit(nextSessionAt, clinic.timeZone)}
            zone={hasSeveralZones ? clinic.timeZone : null}
          />
        )}
      </Cell>
      <Cell label={t('columns.status')} className="md:w-px">
        <StateMark state={status} label={states(status)} />
      </Cell>
    </Row>
  );
}

function TwoLines({ first, second, title }: { first: ReactNode; second: ReactNode; title: string }) {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="truncate max-md:whitespace-normal" title={title}>
        {first}
      </span>
      <span className="truncate text-xs text-soft">{second}</span>
    </span>
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
