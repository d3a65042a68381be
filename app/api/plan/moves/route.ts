import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { sessionMovesInput } from '@/lib/packages/input';
import { sessionMoves } from '@/lib/packages/session-moves';

/** The times that one session of a package form may take, and what becomes of the others. */
export const POST = routeHandler({
  permission: 'package.create',
  input: sessionMovesInput,
  answer: async (scope, input) => {
    const found = await sessionMoves(scope, input);
    return found.ok
      ? privateJson(found.value)
      : problem(400, found.error.kind, { fields: found.error.fields });
  },
});
