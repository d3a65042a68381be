import type { TenantScope } from '../scope';
import { countAttention } from './attention';
import { hasOneOfProviders, visiblePackages } from './visible-packages';
import { visibleProvider } from './visible-provider';

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

/**
 * A failed session needs someone wherever it is; a pending one only where auto-scheduling was asked for. Crossed,
 * not joined: SQLite then begins with the few sessions, never with all packages.
 */
async function countSessions(scope: TenantScope, status: 'FAILED' | 'PENDING'): Promise<number> {
  const provider = visibleProvider(scope);
  let sessions = scope
    .from('session')
    .where('session.status', '=', status)
    .crossJoin('package')
    .where('package.tenant_id', '=', scope.tenantId)
    .whereRef('package.id', '=', 'session.package_id')
    .where('package.status', '<>', 'CANCELLED');
  if (status === 'PENDING') sessions = sessions.where('package.auto_schedule', '=', 1);
  if (provider !== null) sessions = sessions.where((eb) => hasOneOfProviders(scope, eb, [provider]));
  const { count } = await sessions
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
