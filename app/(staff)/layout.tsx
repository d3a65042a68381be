import type { ReactNode } from 'react';
import { pageAccount } from '@/app/session';
import { readNavigationCounts } from '@/db/reads/package-counts';
import { isPermitted } from '@/lib/auth/permissions';
import { StaffShell } from './staff-shell';
import { StaffUndo } from './staff-undo';

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const { account, scope } = await pageAccount('account.manage');
  const counts = await readNavigationCounts(scope);
  return (
    <StaffShell
      user={{ name: account.name, role: account.role }}
      mayBook={isPermitted(account.role, 'package.create')}
      attention={counts.needAttention}
    >
      <StaffUndo>{children}</StaffUndo>
    </StaffShell>
  );
}
