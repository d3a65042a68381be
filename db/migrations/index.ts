import type { Migration } from 'kysely/migration';
import type { Dialect } from '../dialect';
import { tenantsAndUsers } from './0001-tenants-and-users';
import { clinicCatalogue } from './0002-clinic-catalogue';
import { packagesAndAppointments } from './0003-packages-and-appointments';
import { noDoubleBooking } from './0004-no-double-booking';
import { auditAndOutbox } from './0005-audit-and-outbox';
import { changes } from './0006-changes';
import { changeReason } from './0007-change-reason';
import { savedViews } from './0008-saved-views';
import { packagesOfAppointments } from './0009-packages-of-appointments';
import { largestGap } from './0010-largest-gap';
import { draftSessions } from './0011-draft-sessions';
import { sortName } from './0012-sort-name';

/** Every migration, in order of its name; the last name is the schema version this program knows. */
export const migrationsFor = (dialect: Dialect): Record<string, Migration> => ({
  '0001-tenants-and-users': tenantsAndUsers,
  '0002-clinic-catalogue': clinicCatalogue,
  '0003-packages-and-appointments': packagesAndAppointments,
  '0004-no-double-booking': noDoubleBooking(dialect),
  '0005-audit-and-outbox': auditAndOutbox,
  '0006-changes': changes,
  '0007-change-reason': changeReason,
  '0008-saved-views': savedViews,
  '0009-packages-of-appointments': packagesOfAppointments(dialect),
  '0010-largest-gap': largestGap,
  '0011-draft-sessions': draftSessions,
  '0012-sort-name': sortName,
});
