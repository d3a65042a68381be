import type { ReactNode } from 'react';
import { chosenClinicId } from '@/app/chosen-clinic';
import { pageAccount } from '@/app/session';
import { listCalendarClinics } from '@/db/reads/calendar-choices';
import { readNavigationCounts } from '@/db/reads/package-counts';
import { isPermitted } from '@/lib/auth/permissions';
import { StaffShell } from './staff-shell';
import { StaffUndo } from './staff-undo';

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const { account, scope } = await pageAccount('account.manage');
  const [counts, clinics, chosen] = await Promise.all([
    readNavigationCounts(scope),
    listCalendarClinics(scope),
    chosenClinicId(scope),
  ]);
  return (
    <StaffShell
      user={{ id: account.userId, name: account.name, role: account.role }}
      mayBook={isPermitted(account.role, 'package.create')}
      counts={counts}
      clinics={clinics.map(({ id, name }) => ({ id, name }))}
      chosenClinicId={chosen}
    >
      <StaffUndo>{children}</StaffUndo>
    </StaffShell>
  );
}
