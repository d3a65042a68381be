import type { Route } from 'next';
import { useFormatter, useTranslations } from 'next-intl';
import { RowLink } from '@/components/ui/row-link';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { OneLine, PHONE_CARD, PHONE_FIRST, PHONE_SECOND, PHONE_WHOLE } from '@/components/ui/table-text';
import { cityOf, useVisitWords } from './visit-words';

export interface PatientRow {
  id: string;
  name: string;
  fileNumber: string;
  birthDate: string | null;
  openPackages: number;
  nextVisit: { start: number; timeZone: string; providerName: string } | null;
}

type PatientTableProps = { rows: readonly PatientRow[]; now: number; hasSeveralZones: boolean };

export function PatientTable({ rows, now, hasSeveralZones }: PatientTableProps) {
  const t = useTranslations('lists.patients');
  const format = useFormatter();
  const visit = useVisitWords(now);
  // The head stays below the bar at the top of the page.
  const head = 'md:top-14 print:static';
  return (
    <Table label={t('title')}>
      <TableHead>
        <HeadCell className={head}>{t('columns.name')}</HeadCell>
        <HeadCell className={head}>{t('columns.file')}</HeadCell>
        <HeadCell className={`${head} max-lg:hidden`}>{t('columns.birth')}</HeadCell>
        <HeadCell className={head}>{t('columns.next')}</HeadCell>
        <HeadCell className={head}>{t('columns.open')}</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map(({ id, name, fileNumber, birthDate, openPackages, nextVisit }) => (
          <Row key={id} className={PHONE_CARD}>
            <Cell isHeader className={`${PHONE_FIRST} md:w-2/5 md:max-w-0`}>
              <OneLine title={name}>
                <RowLink href={`/patients/${id}` as Route}>{name}</RowLink>
              </OneLine>
            </Cell>
            <Cell className={`${PHONE_SECOND} md:w-px md:whitespace-nowrap`}>
              <span className="ltr text-soft">{fileNumber}</span>
            </Cell>
            <Cell className="max-lg:hidden! lg:w-px lg:whitespace-nowrap">
              {birthDate === null
                ? null
                : format.dateTime(new Date(`${birthDate}T00:00Z`), 'date', { timeZone: 'UTC' })}
            </Cell>
            <Cell label={t('columns.next')} className={`${PHONE_WHOLE} md:w-1/3`}>
              {nextVisit === null ? (
                <span className="text-faint">{t('noNext')}</span>
              ) : (
                <NextVisit
                  visit={nextVisit}
                  words={visit(nextVisit)}
                  zone={hasSeveralZones ? cityOf(nextVisit.timeZone) : null}
                />
              )}
            </Cell>
            <Cell
              label={t('columns.open')}
              className={`${openPackages === 0 ? 'max-md:hidden!' : PHONE_WHOLE} md:w-px md:whitespace-nowrap`}
            >
              {openPackages === 0 ? (
                <span className="text-faint">{t('noOpen')}</span>
              ) : (
                t('openCount', { count: openPackages })
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

type NextVisitProps = {
  visit: { providerName: string };
  words: string;
  zone: string | null;
};

function NextVisit({ visit, words, zone }: NextVisitProps) {
  return (
    <span className="flex min-w-0 flex-col">
      <span>
        {words}
        {zone === null ? null : (
          <span className="ms-2 text-xs text-soft">
            <span className="ltr">{zone}</span>
          </span>
        )}
      </span>
      <span dir="auto" className="w-fit max-w-full truncate text-xs text-soft">
        {visit.providerName}
      </span>
    </span>
  );
}
