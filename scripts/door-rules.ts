// The doors of the house: every server action goes through the one wrapper, every page and route asks
// for a permission. Next.js makes each of them reachable from outside, whoever forgets it.
import { type ModuleItem, parseSync } from '@swc/core';
import type { SourceFile } from './source-files';

/** The wrapper that asks for session, permission and valid input before an operation runs. */
const ACTION_WRAPPERS = ['action'];
/** Functions that answer with a scope, or not at all. */
const PERMISSION_CALLS = ['requireScope', 'pageScope', 'routeScope'];

/** path → why it asks for no permission. */
export const OPEN_DOORS: Record<string, string> = {
  'app/api/auth/[...nextauth]/route.ts': 'signing in is what it is for',
  'app/api/health/route.ts': 'asked by the load balancer, tells nothing but that it lives',
  'app/page.tsx': 'only sends on to the first page',
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
    .flatMap(findUnwrappedExports)
    .map((name) => `${path}: ${name} is not made by ${ACTION_WRAPPERS.join(' or ')}(…)`);
}

function isServerDirective(item: ModuleItem | undefined): boolean {
  return (
    item?.type === 'ExpressionStatement' &&
    item.expression.type === 'StringLiteral' &&
    item.expression.value === 'use server'
  );
}

function findUnwrappedExports(item: ModuleItem): string[] {
  switch (item.type) {
    case 'ExportDeclaration': {
      const { declaration } = item;
      if (declaration.type === 'TsTypeAliasDeclaration' || declaration.type === 'TsInterfaceDeclaration')
        return [];
      if (declaration.type !== 'VariableDeclaration') return ['an exported function'];
      return declaration.declarations
        .filter(({ init }) => !isWrapperCall(init))
        .map(({ id }) => (id.type === 'Identifier' ? id.value : 'an exported pattern'));
    }
    case 'ExportAllDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportNamedDeclaration':
      return ['an export by name or default'];
    case 'ExportDefaultExpression':
      return isWrapperCall(item.expression) ? [] : ['the default export'];
    default:
      return [];
  }
}

function isWrapperCall(expression: { type: string } | undefined): boolean {
  if (expression === undefined || !('callee' in expression)) return false;
  const { callee } = expression;
  if (typeof callee !== 'object' || callee === null || !('value' in callee)) return false;
  return typeof callee.value === 'string' && ACTION_WRAPPERS.includes(callee.value);
}

export function findUnguardedDoors(files: readonly SourceFile[]): string[] {
  const call = new RegExp(`\\b(${PERMISSION_CALLS.join('|')})\\s*(<[^>]*>)?\\(`);
  return files
    .filter(({ path }) => /^app\/(.+\/)?(page\.tsx|route\.tsx?)$/.test(path) && !(path in OPEN_DOORS))
    .filter(({ text }) => !call.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
    .map(({ path }) => `${path} asks for no permission (${PERMISSION_CALLS.join(', ')})`);
}
