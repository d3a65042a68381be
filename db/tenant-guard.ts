import {
  AliasNode,
  BinaryOperationNode,
  ColumnNode,
  DeleteQueryNode,
  IdentifierNode,
  InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  OperatorNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  RawNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
} from 'kysely';
import { TENANT_TABLES } from './tenant-tables';

/**
 * The last wall between tenants: throws on a statement that touches a tenant table without a condition on
 * that table's `tenant_id` (never rewrites: a query says itself whose rows it means). A condition counts when
 * it is `alias.tenant_id = something` and stands in the conjunction of the statement's `where` or a join's
 * `on`; inside `or` or `not` it does not hold for every row and does not count.
 *
 * Statements that must cross tenants (sign-in, migrations, invariants) live in `db/system.ts` and use the
 * handle without plugins, each with its reason.
 */
export class TenantGuard implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs) {
    inspect(node);
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result;
  }
}

function inspect(node: OperationNode): void {
  if (SelectQueryNode.is(node)) {
    const conditions = [node.where?.where, ...(node.joins ?? []).map((join) => join.on?.on)];
    const sources = [...(node.from?.froms ?? []), ...(node.joins ?? []).map((join) => join.table)];
    demand(sources, conditions);
  } else if (UpdateQueryNode.is(node)) {
    demand(node.table ? [node.table, ...(node.from?.froms ?? [])] : [], [node.where?.where]);
  } else if (DeleteQueryNode.is(node)) {
    demand(node.from.froms, [node.where?.where]);
  } else if (InsertQueryNode.is(node)) {
    demandInserted(node);
  } else if (RawNode.is(node)) {
    demandInText(node);
  }
  for (const child of children(node)) inspect(child);
}

function children(node: OperationNode): OperationNode[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
    .filter(
      (value): value is OperationNode => typeof value === 'object' && value !== null && 'kind' in value,
    );
}

function demand(sources: readonly OperationNode[], conditions: readonly (OperationNode | undefined)[]) {
  const tables = sources.map(named);
  const aliases = new Set(tables.map(({ alias }) => alias));
  const equalities = conditions.flatMap((condition) => (condition ? tenantEqualities(condition) : []));
  const onlyAlias = tables.length === 1 ? tables[0]?.alias : undefined;
  const bound = boundAliases(aliases, equalities, onlyAlias);
  for (const { table, alias } of tables) {
    if (table && table in TENANT_TABLES && !bound.has(alias)) refuse(table);
  }
}

function demandInserted(node: InsertQueryNode) {
  const table = node.into?.table.identifier.name;
  if (!table || !(table in TENANT_TABLES)) return;
  if (!node.columns?.some((column) => column.column.name === 'tenant_id')) refuse(table);
}

function demandInText(node: RawNode) {
  const text = node.sqlFragments.join(' ');
  for (const [, table] of text.matchAll(/\b(?:from|join|update|into)\s+"?(\w+)"?/gi)) {
    if (table && table in TENANT_TABLES && !text.includes('tenant_id')) refuse(table);
  }
}

/** Stands for a bound value; no alias is called that. */
const VALUE = '?';
type Side = string;

/** Every `x.tenant_id = y` in the conjunction; '' is an unqualified column. */
function tenantEqualities(condition: OperationNode): [Side, Side][] {
  if (condition.kind === 'AndNode' || condition.kind === 'ParensNode') {
    return children(condition).flatMap(tenantEqualities);
  }
  if (!BinaryOperationNode.is(condition)) return [];
  const { leftOperand, operator, rightOperand } = condition;
  if (!OperatorNode.is(operator) || operator.operator !== '=') return [];
  const [left, right] = [tenantSide(leftOperand), tenantSide(rightOperand)];
  return left === null || right === null ? [] : [[left, right]];
}

/** The alias whose tenant_id this operand is, VALUE for a bound value, null for any other column or expression. */
function tenantSide(operand: OperationNode): Side | null {
  if (operand.kind === 'ValueNode') return VALUE;
  const column = ReferenceNode.is(operand) ? operand.column : operand;
  if (!ColumnNode.is(column) || column.column.name !== 'tenant_id') return null;
  return ReferenceNode.is(operand) ? (operand.table?.table.identifier.name ?? '') : '';
}

/**
 * The aliases tied to a value, directly or through another bound alias. An alias that is none of this
 * statement's own belongs to the statement around it, which is inspected by itself.
 */
function boundAliases(aliases: Set<string>, equalities: [Side, Side][], onlyAlias: string | undefined) {
  const bound = new Set<string>();
  const resolve = (side: Side): Side => (side === '' && onlyAlias !== undefined ? onlyAlias : side);
  const isBound = (side: Side) => bound.has(side) || (side !== '' && !aliases.has(side));
  for (let grew = true; grew; ) {
    grew = false;
    for (const sides of equalities) {
      const [left, right] = [resolve(sides[0]), resolve(sides[1])];
      for (const [side, other] of [
        [left, right],
        [right, left],
      ] as const) {
        if (side === VALUE || bound.has(side) || !aliases.has(side) || !isBound(other)) continue;
        bound.add(side);
        grew = true;
      }
    }
  }
  return bound;
}

function named(source: OperationNode): { table?: string; alias: string } {
  if (AliasNode.is(source)) {
    const alias = IdentifierNode.is(source.alias) ? source.alias.name : '';
    return { ...named(source.node), alias };
  }
  if (TableNode.is(source)) {
    const table = source.table.identifier.name;
    return { table, alias: table };
  }
  return { alias: '' };
}

function refuse(table: string): never {
  throw new Error(`Statement on ${table} without its tenant_id: it could reach another tenant.`);
}
