import { type Kysely, sql } from 'kysely';
import { ownedBy, tenantTable } from './tenant-table';

/**
 * What a draft remembers of its sessions until it is scheduled: the place that a person keeps for one, which
 * takes nobody's time, and the note beside one that nobody gives yet.
 */
export const draftSessions = {
  async up(db: Kysely<unknown>) {
    const table = tenantTable(db, 'draft_session')
      .addColumn('package_id', 'text', (column) => column.notNull())
      .addColumn('session_number', 'integer', (column) =>
        column.notNull().check(sql`session_number between 1 and 100`),
      )
      .addColumn('start_at', 'bigint')
      .addColumn('provider_id', 'text')
      .addColumn('room_id', 'text')
      .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
      .addUniqueConstraint('draft_session_once', ['tenant_id', 'package_id', 'session_number'])
      .addCheckConstraint(
        'draft_session_place',
        sql`(start_at is null) = (provider_id is null) and (room_id is null or start_at is not null)`,
      );
    const ofPackage = ownedBy(table, 'draft_session_package', 'package_id', 'package');
    const withProvider = ownedBy(ofPackage, 'draft_session_provider', 'provider_id', 'provider');
    await ownedBy(withProvider, 'draft_session_room', 'room_id', 'room').execute();
  },
};
