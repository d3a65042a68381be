import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** A table keyed (tenant_id, id): the shape of every record of a tenant. */
export function tenantTable(db: Kysely<unknown>, name: string) {
  return db.schema
    .createTable(name)
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenant.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_key`, ['tenant_id', 'id']);
}

/** A tenant table whose rows people edit: with a version, and the instants of creation and last change. */
export function recordTable(db: Kysely<unknown>, name: string) {
  return tenantTable(db, name)
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull());
}

/** A foreign key that carries the tenant, so that it cannot reach another one. */
export function ownedBy<T extends string, C extends string>(
  table: CreateTableBuilder<T, C | 'tenant_id'>,
  name: string,
  column: C,
  target: string,
) {
  return table.addForeignKeyConstraint(name, ['tenant_id', column], target, ['tenant_id', 'id']);
}

/** SQL for `column in ('A', 'B')`, for check constraints over a closed set. */
export const oneOf = (column: string, values: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} in (${sql.join(values.map((value) => sql.lit(value)))})`;

export const isFlag = (column: string) => sql<boolean>`${sql.ref(column)} in (0, 1)`;
