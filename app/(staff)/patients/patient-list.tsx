import { Users } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ExportLink } from '@/components/lists/export-link';
import { NothingMatches, NothingYet } from '@/components/lists/list-empty';
import { ListPager } from '@/components/lists/list-pager';
import { PatientFilters } from '@/components/lists/patient-filters';
import { PatientTable } from '@/components/lists/patient-table';
import { SavedViewMenu } from '@/components/lists/saved-view-menu';
import { NewPatientButton } from '@/components/new-patient/new-patient-button';
import { PageHeader } from '@/components/ui/page-header';
import { readListChoices } from '@/db/reads/list-choices';
import { MOST_COUNTED } from '@/db/reads/package-list';
import { readPatientList } from '@/db/reads/patient-list';
import type { SavedView } from '@/db/reads/saved-views';
import type { TenantScope } from '@/db/scope';
import { type PatientListQuery, patientAddresses, patientReadQuery } from '@/lib/lists/patients/input';
import { changeView, deleteView, saveView } from '../saved-views/actions';
import { createPatient } from './actions';

type PatientListProps = {
  scope: TenantScope;
  query: PatientListQuery;
  views: readonly SavedView[];
  isOwnOnly: boolean;
  mayCreate: boolean;
};

/** The list as the address asks for it, with the words for how much that is. */
export async function PatientList({ scope, query, views, isOwnOnly, mayCreate }: PatientListProps) {
  const [t, choices, page] = await Promise.all([
    getTranslations('lists.patients'),
    readListChoices(scope),
    readPatientList(scope, patientReadQuery(query)),
  ]);
  const isSome = patientAddresses.countFilters(query) > 0 || query.q !== '';
  const hasMore = page.count > MOST_COUNTED;
  const counted = { count: Math.min(page.count, MOST_COUNTED) };
  const said = isSome
    ? t(hasMore ? 'matchesMore' : 'matches', counted)
    : t(hasMore ? 'countMore' : 'count', counted);
  const hasPatients = page.count > 0 || isSome;

  return (
    <div className="group/list">
      <PageHeader
        title={t('title')}
        lead={hasPatients ? <span aria-live="polite">{said}</span> : undefined}
        action={mayCreate ? <NewPatientButton create={createPatient} /> : null}
        more={
          hasPatients ? (
            <>
              <SavedViewMenu
                list="patients"
                views={views}
                currentId={query.view}
                query={patientAddresses.viewQuery(query)}
                actions={{ saveView, changeView, deleteView }}
              />
              <ExportLink href={patientAddresses.exportHref(query)} />
            </>
          ) : undefined
        }
      />
      {hasPatients ? <PatientFilters query={query} clinics={choices.clinics} /> : null}
      <div className="transition-opacity group-has-data-pending/list:opacity-60">
        {page.rows.length > 0 ? (
          <PatientTable
            rows={page.rows}
            now={scope.now()}
            hasSeveralZones={new Set(choices.clinics.map(({ timeZone }) => timeZone)).size > 1}
          />
        ) : isSome ? (
          <NothingMatches addresses={patientAddresses} query={query} />
        ) : (
          <NothingYet
            icon={<Users aria-hidden />}
            title={t('noneTitle')}
            body={t(isOwnOnly ? 'noneYours' : 'noneBody')}
            bookingHref={null}
          />
        )}
        <ListPager
          order={query.sort === 'next' ? 'soonest first' : 'by name'}
          previousHref={
            page.previous === null
              ? null
              : patientAddresses.href({ ...query, after: null, before: page.previous })
          }
          nextHref={
            page.next === null ? null : patientAddresses.href({ ...query, before: null, after: page.next })
          }
        />
      </div>
    </div>
  );
}
