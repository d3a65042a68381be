import type { Kysely } from 'kysely';
import { oneOf, tenantTable } from './tenant-table';

export const auditAndOutbox = {
  async up(db: Kysely<unknown>) {
    await tenantTable(db, 'audit')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('actor_kind', 'text', (column) =>
        column.notNull().check(oneOf('actor_kind', ['user', 'system'])),
      )
      .addColumn('actor_id', 'text')
      .addColumn('actor_name', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('record_type', 'text', (column) => column.notNull())
      .addColumn('record_id', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('before', 'text')
      .addColumn('after', 'text')
      .execute();
    await db.schema
      .createIndex('audit_by_record')
      .on('audit')
      .columns(['tenant_id', 'record_type', 'record_id', 'at'])
      .execute();
    await db.schema.createIndex('audit_by_time').on('audit').columns(['tenant_id', 'at', 'id']).execute();

    await tenantTable(db, 'outbox')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('dedupe_key', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('available_at', 'bigint', (column) => column.notNull())
      .addColumn('delivered_at', 'bigint')
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addUniqueConstraint('outbox_dedupe_key', ['tenant_id', 'dedupe_key'])
      .execute();
    await db.schema
      .createIndex('outbox_undelivered')
      .on('outbox')
      .columns(['delivered_at', 'available_at'])
      .execute();
  },
};
