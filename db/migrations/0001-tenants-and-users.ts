import type { Kysely } from 'kysely';
import { ROLES } from '../schema';
import { isFlag, oneOf, recordTable } from './tenant-table';

export const tenantsAndUsers = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('tenant')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('slug', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();

    // An e-mail is unique within its tenant only: a global rule would tell one tenant of another's users.
    await recordTable(db, 'app_user')
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('password_hash', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull().check(oneOf('role', ROLES)))
      .addColumn('provider_id', 'text')
      .addColumn('session_version', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('is_active', 'integer', (column) => column.notNull().defaultTo(1).check(isFlag('is_active')))
      .addColumn('locale', 'text')
      .addUniqueConstraint('app_user_email', ['tenant_id', 'email'])
      .execute();
    await db.schema.createIndex('app_user_by_email').on('app_user').column('email').execute();

    await db.schema
      .createTable('ended_session')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('sign_in_attempt')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('sign_in_attempt_by_account')
      .on('sign_in_attempt')
      .columns(['account', 'at'])
      .execute();
  },
};
