import { CalendarDays } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { AppointmentFilters } from '@/components/lists/appointment-filters';
import { AppointmentTable } from '@/components/lists/appointment-table';
import { ExportLink } from '@/components/lists/export-link';
import { NothingMatches, NothingYet } from '@/components/lists/list-empty';
import { ListPager } from '@/components/lists/list-pager';
import { SavedViewMenu } from '@/components/lists/saved-view-menu';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { readAppointmentList } from '@/db/reads/appointment-list';
import { readListChoices } from '@/db/reads/list-choices';
import { MOST_COUNTED } from '@/db/reads/package-list';
import type { SavedView } from '@/db/reads/saved-views';
import type { TenantScope } from '@/db/scope';
import {
  type AppointmentListQuery,
  appointmentAddresses,
  appointmentReadQuery,
  appointmentSortOf,
  periodOf,
} from '@/lib/lists/appointments/input';
import { changeView, deleteView, saveView } from '../saved-views/actions';

type AppointmentListProps = {
  scope: TenantScope;
  query: AppointmentListQuery;
  views: readonly SavedView[];
  mayBook: boolean;
  isOwnOnly: boolean;
};

const PAGE_WORDS = {
  soonest: 'soonest first',
  latest: 'newest first',
  number: 'newest first',
  patient: 'by name',
} as const;

/** The list as the address asks for it, with the words for how much that is. */
export async function AppointmentList({ scope, query, views, mayBook, isOwnOnly }: AppointmentListProps) {
  const [t, common, choices, page] = await Promise.all([
    getTranslations('lists.appointments'),
    getTranslations('common'),
    readListChoices(scope),
    readAppointmentList(scope, appointmentReadQuery(query)),
  ]);
  const { clinics, providers, services } = choices;
  const isSome = appointmentAddresses.countFilters(query) > 0 || query.q !== '';
  const hasMore = page.count > MOST_COUNTED;
  const counted = { count: Math.min(page.count, MOST_COUNTED) };
  const said = isSome
    ? t(hasMore ? 'matchesMore' : 'matches', counted)
    : t(hasMore ? 'upcomingMore' : 'upcoming', counted);
  const past = appointmentAddresses.href(appointmentAddresses.choosing(query, { period: 'past' }));
  const everything = appointmentAddresses.href(appointmentAddresses.choosing(query, { period: 'all' }));
  const nameOf = new Map(clinics.map(({ id, name }) => [id, name]));
  // A room's name is clear within its clinic only.
  const rooms = choices.rooms
    .filter(({ clinicId }) => query.clinic === null || clinicId === query.clinic)
    .map(({ id, name, clinicId }) => ({
      id,
      name:
        query.clinic === null && clinics.length > 1
          ? [name, nameOf.get(clinicId)].join(`${common('comma')} `)
          : name,
    }));

  return (
    <div className="group/list">
      <PageHeader
        title={t('title')}
        lead={<span aria-live="polite">{said}</span>}
        more={
          <>
            <SavedViewMenu
              list="appointments"
              views={views}
              currentId={query.view}
              query={appointmentAddresses.viewQuery(query)}
              actions={{ saveView, changeView, deleteView }}
            />
            <ExportLink href={appointmentAddresses.exportHref(query)} />
          </>
        }
      />
      <AppointmentFilters
        query={query}
        clinics={clinics}
        providers={providers}
        services={services}
        rooms={rooms}
      />
      <div className="transition-opacity group-has-data-pending/list:opacity-60">
        {page.rows.length > 0 ? (
          <AppointmentTable
            label={t('title')}
            rows={page.rows}
            now={scope.now()}
            hasSeveralZones={new Set(clinics.map(({ timeZone }) => timeZone)).size > 1}
            subject="patient"
          />
        ) : isSome ? (
          <NothingMatches
            addresses={appointmentAddresses}
            query={query}
            beyond={
              periodOf(query) === 'upcoming'
                ? { body: t('noneToCome'), label: t('showAll'), href: everything }
                : null
            }
          />
        ) : (
          <NothingYet
            icon={<CalendarDays aria-hidden />}
            title={t('noneTitle')}
            body={t(isOwnOnly ? 'noneYours' : 'noneBody')}
            bookingHref={mayBook ? '/bookings/new?kind=single' : null}
          >
            <ButtonLink href={past}>{t('showPast')}</ButtonLink>
          </NothingYet>
        )}
        <ListPager
          order={PAGE_WORDS[appointmentSortOf(query)]}
          previousHref={
            page.previous === null
              ? null
              : appointmentAddresses.href({ ...query, after: null, before: page.previous })
          }
          nextHref={
            page.next === null
              ? null
              : appointmentAddresses.href({ ...query, before: null, after: page.next })
          }
        />
      </div>
    </div>
  );
}
