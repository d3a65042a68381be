import type { Finding } from '@/db/reads/invariant-finding';
import { packagesAfter } from '@/db/reads/invariant-sessions';
import type { TenantScope } from '@/db/scope';
import { packageStatusOf } from '@/lib/rules/package-status';

const MOST_EXAMPLES = 10;

/** Packages whose status is not the one that follows from their sessions. */
export async function packagesUnlikeTheirSessions(scope: TenantScope): Promise<Finding> {
  const finding: Finding = { checked: 0, broken: 0, examples: [] };
  for (let last = ''; ; ) {
    const packages = await packagesAfter(scope, last);
    for (const { id, number, status, isCancelled, sessions } of packages) {
      finding.checked++;
      const expected = packageStatusOf(sessions, { isCancelled });
      if (status === expected) continue;
      finding.broken++;
      if (finding.examples.length === MOST_EXAMPLES) continue;
      finding.examples.push({ id, what: `${number} is ${status}; its sessions make it ${expected}` });
    }
    const next = packages.at(-1)?.id;
    if (next === undefined) return finding;
    last = next;
  }
}
