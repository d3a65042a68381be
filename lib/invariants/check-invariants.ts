import type { Example, Finding } from '@/db/reads/invariant-finding';
import type { TenantScope } from '@/db/scope';
import { INVARIANTS } from './invariants';

export interface InvariantReport extends Finding {
  name: string;
  of: string;
}

const MOST_EXAMPLES = 10;

/** Checks every invariant in each of the tenants; the findings of all tenants are one line per invariant. */
export async function checkInvariants(
  tenants: readonly { slug: string; scope: TenantScope }[],
): Promise<InvariantReport[]> {
  const reports: InvariantReport[] = [];
  for (const { name, of, check } of INVARIANTS) {
    const report: InvariantReport = { name, of, checked: 0, broken: 0, examples: [] };
    for (const { slug, scope } of tenants) {
      const { checked, broken, examples } = await check(scope);
      const named = examples.map(({ id, what }): Example => ({ id, what: `${slug}: ${what}` }));
      report.checked += checked;
      report.broken += broken;
      report.examples.push(...named.slice(0, MOST_EXAMPLES - report.examples.length));
    }
    reports.push(report);
  }
  return reports;
}
