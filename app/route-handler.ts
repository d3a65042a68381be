import type * as z from 'zod';
import type { TenantScope } from '@/db/scope';
import { isPermitted, type Permission } from '@/lib/auth/permissions';
import { parseInput } from '@/lib/result/field-faults';
import { ok, type Result, refused } from '@/lib/result/result';
import { logFailure } from './log';
import { problem } from './problem';
import { mediaTypeOf, readBody } from './read-body';
import { signedIn } from './session';

/** What Next.js passes beside the request: the dynamic parts of the path. */
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

const MAX_BODY_BYTES = 256 * 1024;
const CLIENT_HAS_GONE = 499;

/**
 * The one way to make a route handler of the signed-in area: session, permission, schema, answer. A GET's
 * input is its query, any other's its JSON body, with the parts of the path in both; faults are RFC 9457
 * problems.
 */
export function routeHandler<S extends z.ZodType>(definition: {
  permission: Permission;
  input: S;
  answer: (scope: TenantScope, input: z.infer<S>) => Promise<Response>;
}): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    try {
      const current = await signedIn();
      if (!current) return problem(401, 'signed_out');
      if (!isPermitted(current.account.role, definition.permission)) return problem(403, 'forbidden');
      const read = await rawInput(request);
      if (!read.ok) return read.error;
      const params = await context.params;
      const { value } = read;
      const raw = typeof value === 'object' && value !== null ? { ...value, ...params } : value;
      const input = parseInput(definition.input, raw);
      if (!input.ok) return problem(400, 'invalid_input', { fields: input.error });
      return await definition.answer(current.scope, input.value);
    } catch (error) {
      // Whoever asked has gone, such as a search that was typed on: nobody reads this, and nothing has failed.
      if (request.signal.aborted) return new Response(null, { status: CLIENT_HAS_GONE });
      return problem(500, 'failed', { reference: logFailure(error, new URL(request.url).pathname) });
    }
  };
}

/** An answer for this user alone: never kept by any cache between here and the screen. */
export const privateJson = (value: unknown): Response =>
  Response.json(value, { headers: { 'cache-control': 'private, no-store' } });

async function rawInput(request: Request): Promise<Result<unknown, Response>> {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return ok(Object.fromEntries(new URL(request.url).searchParams));
  }
  if (mediaTypeOf(request) !== 'application/json') return refused(problem(415, 'not_json'));
  const text = await readBody(request, MAX_BODY_BYTES);
  if (text === null) return refused(problem(413, 'body_too_large'));
  try {
    return ok(JSON.parse(text));
  } catch {
    return refused(problem(400, 'unreadable_body'));
  }
}
