import { Layers } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ExportLink } from '@/components/lists/export-link';
import { NothingMatches, NothingYet } from '@/components/lists/list-empty';
import { ListPager } from '@/components/lists/list-pager';
import { PackageFilters } from '@/components/lists/package-filters';
import { SavedViewMenu } from '@/components/lists/saved-view-menu';
import { PackageTable } from '@/components/packages/package-table';
import { PageHeader } from '@/components/ui/page-header';
import { readListChoices } from '@/db/reads/list-choices';
import { MOST_COUNTED, readPackageList } from '@/db/reads/package-list';
import type { SavedView } from '@/db/reads/saved-views';
import type { TenantScope } from '@/db/scope';
import { type PackageListQuery, packageAddresses, packageReadQuery } from '@/lib/lists/packages/input';
import { changeView, deleteView, saveView } from '../saved-views/actions';

type PackageListProps = {
  scope: TenantScope;
  query: PackageListQuery;
  views: readonly SavedView[];
  mayBook: boolean;
  isOwnOnly: boolean;
};

/** The list as the address asks for it, with the words for how much that is. */
export async function PackageList({ scope, query, views, mayBook, isOwnOnly }: PackageListProps) {
  const [t, choices, page] = await Promise.all([
    getTranslations('lists.packages'),
    readListChoices(scope),
    readPackageList(scope, packageReadQuery(query)),
  ]);
  const isSome = packageAddresses.countFilters(query) > 0 || query.q !== '';
  const hasMore = page.count > MOST_COUNTED;
  const counted = { count: Math.min(page.count, MOST_COUNTED) };
  const said = isSome
    ? t(hasMore ? 'matchesMore' : 'matches', counted)
    : t(hasMore ? 'countMore' : 'count', counted);
  const hasPackages = page.count > 0 || isSome;

  return (
    <div className="group/list">
      <PageHeader
        title={t('title')}
        lead={hasPackages ? <span aria-live="polite">{said}</span> : undefined}
        more={
          hasPackages ? (
            <>
              <SavedViewMenu
                list="packages"
                views={views}
                currentId={query.view}
                query={packageAddresses.viewQuery(query)}
                actions={{ saveView, changeView, deleteView }}
              />
              <ExportLink href={packageAddresses.exportHref(query)} />
            </>
          ) : undefined
        }
      />
      {hasPackages ? <PackageFilters query={query} {...choices} /> : null}
      <div className="transition-opacity group-has-data-pending/list:opacity-60">
        {page.rows.length > 0 ? (
          <PackageTable
            rows={page.rows}
            now={scope.now()}
            hasSeveralZones={new Set(choices.clinics.map(({ timeZone }) => timeZone)).size > 1}
          />
        ) : isSome ? (
          <NothingMatches addresses={packageAddresses} query={query} />
        ) : (
          <NothingYet
            icon={<Layers aria-hidden />}
            title={t('noneTitle')}
            body={t(isOwnOnly ? 'noneYours' : 'noneBody')}
            bookingHref={mayBook ? '/bookings/new?kind=package' : null}
          />
        )}
        <ListPager
          order={query.sort === 'patient' ? 'by name' : 'newest first'}
          previousHref={
            page.previous === null
              ? null
              : packageAddresses.href({ ...query, after: null, before: page.previous })
          }
          nextHref={
            page.next === null ? null : packageAddresses.href({ ...query, before: null, after: page.next })
          }
        />
      </div>
    </div>
  );
}
