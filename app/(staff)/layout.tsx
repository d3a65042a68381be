import type { ReactNode } from 'react';
import { pageAccount } from '@/app/session';
import { clinicsAtWork } from '@/app/working-clinic';
import { readNavigationCounts } from '@/db/reads/package-counts';
import { isPermitted } from '@/lib/auth/permissions';
import { StaffShell } from './staff-shell';
import { StaffUndo } from './staff-undo';

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const { account, scope } = await pageAccount('account.manage');
  const [counts, { clinics, working }] = await Promise.all([
    readNavigationCounts(scope),
    clinicsAtWork(scope),
  ]);
  return (
    <StaffShell
      user={{ id: account.userId, name: account.name, role: account.role }}
      mayBook={isPermitted(account.role, 'package.create')}
      counts={counts}
      clinics={clinics.map(({ id, name }) => ({ id, name }))}
      workingClinicId={working?.id ?? null}
    >
      <StaffUndo>{children}</StaffUndo>
    </StaffShell>
  );
}
