// The doors of the house: every server action goes through the one wrapper, every page and route asks
// for a permission. Next.js makes each of them reachable from outside, whoever forgets it.
import { type ModuleItem, parseSync } from '@swc/core';
import type { SourceFile } from './source-files';

/** Ask for session, permission and valid input before anything runs. */
const ACTION_WRAPPER = 'action';
const ROUTE_WRAPPER = 'routeHandler';
/** Answer with a scope, or not at all. */
const PAGE_CALLS = ['pageScope', 'pageAccount'];

/** path → why it asks for no permission. */
export const OPEN_DOORS: Record<string, string> = {
  'app/api/auth/[...nextauth]/route.ts': 'signing in is what it is for',
  'app/api/health/route.ts': 'asked by the load balancer, tells nothing but that it lives',
  'app/sign-in/page.tsx': 'signing in is what it is for',
};

const SERVER_DIRECTIVE = /^\s*['"]use server['"];?\s*$/gm;

export function findUnwrappedActions(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => /\.tsx?$/.test(path) && text.match(SERVER_DIRECTIVE) !== null)
    .flatMap(findFaultsOfActionFile);
}

function findFaultsOfActionFile({ path, text }: SourceFile): string[] {
  const body = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('.tsx') }).body;
  if (!path.startsWith('app/')) return [`${path}: server actions live in app/`];
  const isWholeFile = isServerDirective(body[0]) && text.match(SERVER_DIRECTIVE)?.length === 1;
  if (!isWholeFile) return [`${path}: 'use server' stands once, in the first line of a file of its own`];
  return body
    .flatMap((item) => findExportsNotMadeBy(ACTION_WRAPPER, item))
    .map((name) => `${path}: ${name} is not made by ${ACTION_WRAPPER}(…)`);
}

function isServerDirective(item: ModuleItem | undefined): boolean {
  return (
    item?.type === 'ExpressionStatement' &&
    item.expression.type === 'StringLiteral' &&
    item.expression.value === 'use server'
  );
}

/** The values that a statement exports, except those that are a call of the wrapper. */
function findExportsNotMadeBy(wrapper: string, item: ModuleItem): string[] {
  switch (item.type) {
    case 'ExportDeclaration': {
      const { declaration } = item;
      if (declaration.type === 'TsTypeAliasDeclaration' || declaration.type === 'TsInterfaceDeclaration')
        return [];
      if (declaration.type === 'FunctionDeclaration') return [declaration.identifier.value];
      if (declaration.type !== 'VariableDeclaration') return ['an export'];
      return declaration.declarations
        .filter(({ init }) => !isCallOf(wrapper, init))
        .map(({ id }) => (id.type === 'Identifier' ? id.value : 'an exported pattern'));
    }
    case 'ExportAllDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportNamedDeclaration':
      return ['an export by name or default'];
    case 'ExportDefaultExpression':
      return isCallOf(wrapper, item.expression) ? [] : ['the default export'];
    default:
      return [];
  }
}

function isCallOf(name: string, expression: { type: string } | undefined): boolean {
  if (expression === undefined || !('callee' in expression)) return false;
  const { callee } = expression;
  return typeof callee === 'object' && callee !== null && 'value' in callee && callee.value === name;
}

/** What Next.js reads from a route file besides its handlers. */
const ROUTE_SETTINGS = ['dynamic', 'maxDuration', 'revalidate', 'runtime'];

export function findUnwrappedRoutes(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^app\/(.+\/)?route\.tsx?$/.test(path) && !(path in OPEN_DOORS))
    .flatMap(({ path, text }) =>
      parseSync(text, { syntax: 'typescript' })
        .body.flatMap((item) => findExportsNotMadeBy(ROUTE_WRAPPER, item))
        .filter((name) => !ROUTE_SETTINGS.includes(name))
        .map((name) => `${path}: ${name} is not made by ${ROUTE_WRAPPER}(…)`),
    );
}

export function findPagesWithoutPermission(files: readonly SourceFile[]): string[] {
  const call = new RegExp(`\\b(${PAGE_CALLS.join('|')})\\(\\s*['"]`);
  return files
    .filter(({ path }) => /^app\/(.+\/)?page\.tsx$/.test(path) && !(path in OPEN_DOORS))
    .filter(({ text }) => !call.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
    .map(({ path }) => `${path} asks for no permission (${PAGE_CALLS.join(', ')})`);
}
