import type { TenantScope } from '../scope';
import { countAttention } from './attention';
import { visiblePackages } from './visible-packages';

export interface NavigationCounts {
  /** Packages that are neither completed nor cancelled. */
  openPackages: number;
  /** Sessions without a place that should have one, in packages that are not cancelled. */
  needAttention: number;
  /** Packages whose last visit is within two weeks and that no other follows; at most 100. */
  endingSoon: number;
}

/** "99+" is all that a badge says beyond it. */
const MOST_SHOWN = 99;

/** The small numbers in the navigation, over what the actor may see. */
export async function readNavigationCounts(scope: TenantScope): Promise<NavigationCounts> {
  const [openPackages, failed, pending, endingSoon] = await Promise.all([
    countOpenPackages(scope),
    countSessions(scope, 'FAILED'),
    countSessions(scope, 'PENDING'),
    countAttention(scope, { kind: 'ending', clinicId: null, limit: MOST_SHOWN }),
  ]);
  return { openPackages, needAttention: failed + pending, endingSoon };
}

async function countOpenPackages(scope: TenantScope): Promise<number> {
  const { count } = await visiblePackages(scope)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('package.status', 'in', ['DRAFT', 'SCHEDULED', 'IN_PROGRESS'])
    .executeTakeFirstOrThrow();
  return count;
}

/** A failed session needs someone wherever it is; a pending one only where auto-scheduling was asked for. */
async function countSessions(scope: TenantScope, status: 'FAILED' | 'PENDING'): Promise<number> {
  const packages = visiblePackages(scope)
    .innerJoin('session', (join) =>
      join
        .onRef('session.tenant_id', '=', 'package.tenant_id')
        .onRef('session.package_id', '=', 'package.id')
        .on('session.status', '=', status),
    )
    .where('package.status', '<>', 'CANCELLED');
  const { count } = await (status === 'PENDING' ? packages.where('package.auto_schedule', '=', 1) : packages)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
