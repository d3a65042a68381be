import { problem } from '@/app/problem';
import { routeHandler } from '@/app/route-handler';
import { packageReference } from '@/lib/packages/input';
import { packageProblem } from '@/lib/packages/package-problem';
import { instanceToJson } from '@/lib/scheduling/instance-json';

/** The planning problem of a package as a file for `npm run plan`: ids only, no patient data. */
export const GET = routeHandler({
  permission: 'package.problem',
  input: packageReference,
  answer: async (scope, { id }) => {
    const found = await packageProblem(scope, { packageId: id });
    if (!found.ok) return problem(404, found.error.kind);
    const { number, instance } = found.value;
    return new Response(`${JSON.stringify(instanceToJson(instance), null, 2)}\n`, {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${number}-problem.json"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});
