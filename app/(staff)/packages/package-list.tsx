import { getTranslations } from 'next-intl/server';
import { PackageFilters } from '@/components/packages/package-filters';
import { PackageListEmpty } from '@/components/packages/package-list-empty';
import { PackagePager } from '@/components/packages/package-pager';
import { PackageTable } from '@/components/packages/package-table';
import { PageHeader } from '@/components/ui/page-header';
import { readPackageChoices } from '@/db/reads/package-choices';
import { MOST_COUNTED, readPackageList } from '@/db/reads/package-list';
import type { TenantScope } from '@/db/scope';
import {
  isFiltered,
  type PackageListQuery,
  packageListHref,
  readQueryOf,
  withoutFilters,
} from '@/lib/package-list/input';

type PackageListProps = {
  scope: TenantScope;
  query: PackageListQuery;
  mayBook: boolean;
  isOwnOnly: boolean;
};

/** The list as the address asks for it, with the words for how much that is. */
export async function PackageList({ scope, query, mayBook, isOwnOnly }: PackageListProps) {
  const [t, choices, page] = await Promise.all([
    getTranslations('packages'),
    readPackageChoices(scope),
    readPackageList(scope, readQueryOf(query)),
  ]);
  const isSome = isFiltered(query);
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
      />
      {hasPackages ? (
        <PackageFilters query={query} clinics={choices.clinics} services={choices.services} />
      ) : null}
      <div className="transition-opacity group-has-data-pending/list:opacity-60">
        {page.rows.length > 0 ? (
          <PackageTable
            rows={page.rows}
            now={scope.now()}
            hasSeveralZones={new Set(choices.clinics.map(({ timeZone }) => timeZone)).size > 1}
          />
        ) : (
          <PackageListEmpty
            clearHref={isSome ? packageListHref(withoutFilters(query)) : null}
            mayBook={mayBook}
            isOwnOnly={isOwnOnly}
          />
        )}
        <PackagePager query={query} previous={page.previous} next={page.next} />
      </div>
    </div>
  );
}
